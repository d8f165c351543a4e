import { firstDay } from '../../model/dates.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const futureDate: Rule = {
  id: 'future-date',
  page: () => import('./future-date.md'),
  severity: 'error',
  *find({ ledger, latestDay, isToday }) {
    const than = isToday ? 'today' : latestDay;
    for (const claim of ledger.claims) {
      for (const verdict of claim.verdicts) {
        if (verdict.date <= latestDay) continue;
        yield {
          offset: valueAt(verdict, 'date'),
          message: `a verdict of ${verdict.date}, which is after ${than}`,
          claim,
        };
      }
    }
    for (const event of ledger.events) {
      if (firstDay(event.date) <= latestDay) continue;
      yield { offset: valueAt(event, 'date'), message: `an event of ${event.date}, which is after ${than}`, event };
    }
  },
};
