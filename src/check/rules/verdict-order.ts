import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const verdictOrder: Rule = {
  id: 'verdict-order',
  page: () => import('./verdict-order.md'),
  severity: 'warning',
  unreadVerdicts: 'silence',
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      for (const [index, verdict] of claim.verdicts.entries()) {
        const last = claim.verdicts[index - 1];
        if (!last || verdict.date >= last.date) continue;
        const message = `a verdict of ${verdict.date} stands after one of ${last.date}`;
        yield { offset: valueAt(verdict, 'date'), message, claim };
      }
    }
  },
};
