import { firstDay } from '../../model/dates.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const verdictBeforeEvent: Rule = {
  id: 'verdict-before-event',
  page: () => import('./verdict-before-event.md'),
  severity: 'error',
  withdrawn: 'count',
  *find({ ledger }) {
    const events = new Map(ledger.events.map((event) => [event.id, event]));
    for (const claim of ledger.claims) {
      for (const verdict of claim.verdicts) {
        for (const id of verdict.evidence) {
          const event = events.get(id);
          if (!event || verdict.date >= firstDay(event.date)) continue;
          const message = `a verdict of ${verdict.date} rests on ${id}, which happened on ${event.date}`;
          yield { offset: valueAt(verdict, 'date'), message, claim, event };
        }
      }
    }
  },
};
