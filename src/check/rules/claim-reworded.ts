import type { Article, Claim } from '../../model/ledger.ts';
import { kindOf, saidOn, speakersOf } from '../../model/status.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

/** What a verdict judges, defaults written out. */
const wordingOf = (claim: Claim, article: Article) => ({
  text: claim.text,
  speaker: speakersOf(claim, article).join('; ') || null,
  kind: kindOf(claim),
  said: saidOn(claim, article),
  due: claim.due,
});

const show = (value: string | null) => {
  if (value === null) return 'not given';
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
};

export const claimReworded: Rule = {
  id: 'claim-reworded',
  page: () => import('./claim-reworded.md'),
  severity: 'warning',
  againstRevision: true,
  *find({ ledger, before }) {
    if (!before) return;
    const claims = new Map(ledger.claims.map((claim) => [claim.id, claim]));
    for (const old of before.claims) {
      const claim = claims.get(old.id);
      if (!claim || old.verdicts.length === 0) continue;
      const was = wordingOf(old, before.article);
      const is = wordingOf(claim, ledger.article);
      for (const key of ['text', 'speaker', 'kind', 'said', 'due'] as const) {
        if (was[key] === is[key]) continue;
        const message = `the ${key} of ${claim.id} was ${show(was[key])} when it was judged, and is ${show(is[key])} now`;
        yield { offset: valueAt(claim, key), message, claim };
      }
    }
  },
};
