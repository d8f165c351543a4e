import { firstDay } from '../../model/dates.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const futureDate: Rule = {
  id: 'future-date',
  severity: 'error',
  summary: 'a verdict or an event dated after today, anywhere on earth, or after --as-of',
  explanation:
    'A ledger tells what happened and what is held, not what will be. A date counts as future once it has not begun anywhere on earth (UTC+14), so that a zone ahead of yours is no mistake.',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 9999-12-31, status: pending }
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-30, status: pending }
`,
  },
  *find({ ledger, latestDay }) {
    for (const claim of ledger.claims) {
      for (const verdict of claim.verdicts) {
        if (verdict.date <= latestDay) continue;
        yield {
          offset: valueAt(verdict, 'date'),
          message: `a verdict of ${verdict.date}, which is after today`,
          claim,
        };
      }
    }
    for (const event of ledger.events) {
      if (firstDay(event.date) <= latestDay) continue;
      yield { offset: valueAt(event, 'date'), message: `an event of ${event.date}, which is after today`, event };
    }
  },
};
