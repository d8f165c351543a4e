import { firstDay } from '../../model/dates.ts';
import type { Claim, Verdict } from '../../model/ledger.ts';
import { kindOf, saidOn } from '../../model/status.ts';
import { isSameWording } from '../../text/wording.ts';
import { verdictsOf } from '../compare-verdicts.ts';
import type { Absence, JudgedClaim, PastEvent } from '../past.ts';
import { valueAt } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

const ABSENT: Readonly<Record<Absence, string>> = {
  gone: 'the ledger is gone',
  'left out': 'the ledger is no longer among those that are checked',
  invalid: 'the ledger is not valid any more',
};

/** How many claims of an absent ledger are named. */
const NAMED = 5;

export const historyRewritten: Rule = {
  id: 'history-rewritten',
  page: () => import('./history-rewritten.md'),
  severity: 'error',
  *compare({ absence, judged, lost, evidence }, now, faults) {
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
      const message = `the claim ${claim.id} is gone, and ${verdictsOf([claim])} with it: put it back`;
      yield { offset: valueAt(now, 'claims'), message, claim };
    }
    for (const claim of judged) yield* rewrittenIn(claim);
    for (const event of evidence) {
      if (isGone(event)) {
        const message = `the event ${event.was.id}, which was evidence, is gone: put it back`;
        yield { offset: valueAt(now, 'events'), message, event: event.was };
      }
    }
  },
};

const isGone = ({ is, isElsewhere }: PastEvent) => is === null && !isElsewhere;

function* rewrittenIn(pair: JudgedClaim): Iterable<Problem> {
  const { was, is, lost, added, hasTextOf } = pair;
  for (const verdict of lost) {
    const message = `the verdict of ${verdict.date}, ${verdict.status}, ${changeOf(verdict, added)}: put it back, and correct it by a new one (factledger mark)`;
    yield { offset: valueAt(is, 'id'), message, claim: is };
  }
  if ((kindOf(was) === 'opinion') !== (kindOf(is) === 'opinion')) {
    const message = `${is.id} has verdicts, and was ${a(was)} when they were passed: it cannot become ${a(is)}`;
    yield { offset: valueAt(is, 'kind'), message, claim: is };
  }
  const overtaken = verdictBeforeSaid(pair);
  if (overtaken) {
    const said = saidOn(is, pair.isIn);
    const message = `${is.id} is dated ${said} now, which is after its verdict of ${overtaken.date}`;
    yield { offset: valueAt(is, 'said'), message, claim: is };
  }
  if (hasTextOf) {
    const message = `${is.id} has the text now that ${hasTextOf.id} had, and verdicts that were passed on another`;
    yield { offset: valueAt(is, 'text'), message, claim: is };
  }
}

const a = (claim: Claim) => (kindOf(claim) === 'opinion' ? 'an opinion' : `a ${kindOf(claim)}`);

/** A verdict that stood after the day on which its claim was said, and stands before it now. */
function verdictBeforeSaid({ was, wasIn, is, isIn }: JudgedClaim): Verdict | undefined {
  const now = saidOn(is, isIn);
  if (now === null) return undefined;
  const then = saidOn(was, wasIn);
  return was.verdicts.find(({ date }) => date < firstDay(now) && (then === null || date >= firstDay(then)));
}

/** What became of a verdict that no longer stands as it stood. */
function changeOf(old: Verdict, added: readonly Verdict[]): string {
  const now = added.find(({ date }) => date === old.date) ?? added.find(({ status }) => status === old.status);
  if (!now) return 'is gone, or not in its order';
  const evidence = (verdict: Verdict) => [...new Set(verdict.evidence)].sort().join(' ');
  const parts = [
    now.date !== old.date && 'date',
    now.status !== old.status && 'status',
    evidence(now) !== evidence(old) && 'evidence',
    !isSameWording(now.by, old.by) && 'by',
    !isSameWording(now.note, old.note) && 'note',
  ].filter(Boolean);
  return parts.length === 0
    ? 'no longer stands as it stood, or not in its order'
    : `no longer stands as it stood (${parts.join(', ')})`;
}
