import { firstDay } from '../../model/dates.ts';
import { saidOn } from '../../model/status.ts';
import { inTime } from '../../text/in-time.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const verdictBeforeClaim: Rule = {
  id: 'verdict-before-claim',
  page: () => import('./verdict-before-claim.md'),
  severity: 'error',
  withdrawn: 'count',
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      const said = saidOn(claim, ledger.article);
      if (said === null) continue;
      for (const verdict of claim.verdicts) {
        if (verdict.date >= firstDay(said)) continue;
        const message = `a verdict of ${verdict.date}, and ${claim.id} was said ${inTime(said)}`;
        yield { offset: valueAt(verdict, 'date'), message, claim };
      }
    }
  },
};
