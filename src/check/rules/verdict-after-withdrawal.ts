import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const verdictAfterWithdrawal: Rule = {
  id: 'verdict-after-withdrawal',
  page: () => import('./verdict-after-withdrawal.md'),
  severity: 'warning',
  withdrawn: 'count',
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      const { withdrawn } = claim;
      if (withdrawn === null || withdrawn.date === '') continue;
      for (const verdict of claim.verdicts) {
        // One that was withdrawn as well has been seen to.
        if (verdict.date <= withdrawn.date || verdict.withdrawn !== null) continue;
        const message = `a verdict of ${verdict.date}, and ${claim.id} was withdrawn on ${withdrawn.date}`;
        yield { offset: valueAt(verdict, 'date'), message, claim };
      }
    }
  },
};
