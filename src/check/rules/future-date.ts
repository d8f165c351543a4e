import { firstDay } from '../../model/dates.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const futureDate: Rule = {
  id: 'future-date',
  page: () => import('./future-date.md'),
  severity: 'error',
  withdrawn: 'count',
  *find({ ledger, latestDay, isToday }) {
    const than = isToday ? 'today' : latestDay;
    for (const claim of ledger.claims) {
      const dated = claim.verdicts.flatMap((verdict) => [
        { what: 'a verdict of', record: verdict },
        ...(verdict.withdrawn ? [{ what: 'a verdict withdrawn on', record: verdict.withdrawn }] : []),
      ]);
      if (claim.withdrawn) dated.push({ what: `${claim.id} is withdrawn on`, record: claim.withdrawn });
      for (const { what, record } of dated) {
        if (record.date <= latestDay) continue;
        yield { offset: valueAt(record, 'date'), message: `${what} ${record.date}, which is after ${than}`, claim };
      }
    }
    for (const event of ledger.events) {
      if (firstDay(event.date) <= latestDay) continue;
      yield { offset: valueAt(event, 'date'), message: `an event of ${event.date}, which is after ${than}`, event };
    }
  },
};
