import { isOverdue, statusOn } from '../../model/status.ts';
import { inTime } from '../../text/in-time.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const overdue: Rule = {
  id: 'overdue',
  page: () => import('./overdue.md'),
  severity: 'warning',
  unreadVerdicts: 'silence',
  *find({ ledger, today }) {
    for (const claim of ledger.claims) {
      if (!isOverdue(statusOn(claim, today), claim.due, today)) continue;
      yield {
        offset: valueAt(claim, 'due'),
        message: `${claim.id} was due ${inTime(claim.due ?? '')} and is still pending`,
        claim,
      };
    }
  },
};
