import { verdictsOf } from '../compare-verdicts.ts';
import type { Absence, PastEvent } from '../past.ts';
import { valueAt } from '../places.ts';
import { rewrittenIn } from '../rewritten-claim.ts';
import type { Rule } from '../rule.ts';

const ABSENT: Readonly<Record<Absence, string>> = {
  gone: 'the ledger is gone',
  'left out': 'the ledger is no longer among those that are checked',
  invalid: 'the ledger is not valid any more',
};

const RENAMED = 'if it has another id now, note the old one under formerly (factledger rename)';

/** How many claims of an absent ledger are named. */
const NAMED = 5;

export const historyRewritten: Rule = {
  id: 'history-rewritten',
  page: () => import('./history-rewritten.md'),
  severity: 'error',
  *compare({ absence, day, judged, takenClaims, takenEvents, lost, evidence }, now, faults, latestDay) {
    if (absence !== null) {
      const verdicts = verdictsOf(lost);
      if (verdicts === null) return;
      const names = lost.slice(0, NAMED).map(({ id }) => id);
      const claims = `${names.join(', ')}${lost.length > NAMED ? ' …' : ''}`;
      // Breaking or removing the file is no way around the comparison.
      const message = `${ABSENT[absence]}, and ${verdicts} with it (${claims}): put it back`;
      yield { offset: faults[0]?.offset ?? 0, message };
      return;
    }
    if (now === null) return;
    for (const claim of lost) {
      const message = `the claim ${claim.id} is gone, and ${verdictsOf([claim])} with it: put it back, and withdraw it (factledger withdraw ${claim.id}); ${RENAMED}`;
      yield { offset: valueAt(now, 'claims'), message, claim };
    }
    for (const pair of judged) yield* rewrittenIn(pair, day, latestDay);
    for (const { by, from } of takenClaims) yield { ...takenBy(by, from, 'claim'), claim: by };
    for (const { by, from } of takenEvents) yield { ...takenBy(by, from, 'event'), event: by };
    for (const event of evidence) {
      const { was, is } = event;
      if (isGone(event)) {
        const message = `the event ${was.id}, which was evidence, is gone: put it back; ${RENAMED}`;
        yield { offset: valueAt(now, 'events'), message, event: was };
      }
      const forgotten = is === null ? [] : was.formerly.filter((id) => id !== is.id && !is.formerly.includes(id));
      if (is && forgotten.length > 0) {
        const message = `${is.id}, which is evidence, was ${forgotten.join(' and ')} once, and does not say so any more: put it back under formerly`;
        yield { offset: valueAt(is, 'id'), message, event: is };
      }
    }
  },
};

const isGone = ({ is, isElsewhere }: PastEvent) => is === null && !isElsewhere;

function takenBy(
  by: Parameters<typeof valueAt>[0] & { readonly id: string },
  from: { readonly id: string },
  what: 'claim' | 'event',
) {
  const message = `${by.id} takes the id of another ${what}, ${from.id}, under formerly: put both back as they were`;
  return { offset: valueAt(by, 'formerly'), message };
}
