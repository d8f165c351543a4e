import { kindOf } from '../../model/status.ts';
import type { Rule } from '../rule.ts';

export const opinionWithVerdict: Rule = {
  id: 'opinion-with-verdict',
  page: () => import('./opinion-with-verdict.md'),
  severity: 'error',
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      const [first] = claim.verdicts;
      if (!first || kindOf(claim) !== 'opinion') continue;
      yield { offset: first.place.start, message: `${claim.id} is an opinion, which has no status`, claim };
    }
  },
};
