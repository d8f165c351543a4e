import { isWhole, valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const uncitedVerdict: Rule = {
  id: 'uncited-verdict',
  page: () => import('./uncited-verdict.md'),
  severity: 'error',
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      for (const verdict of claim.verdicts) {
        if (verdict.status === 'pending' || verdict.evidence.length > 0 || !isWhole(verdict, 'evidence')) continue;
        yield { offset: valueAt(verdict, 'status'), message: `${verdict.status} without evidence`, claim };
      }
    }
  },
};
