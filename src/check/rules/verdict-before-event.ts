import { firstDay } from '../../model/dates.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const verdictBeforeEvent: Rule = {
  id: 'verdict-before-event',
  severity: 'error',
  summary: 'a verdict dated before an event that it rests on',
  explanation:
    'A verdict is held from its date on, so it cannot rest on what happened later. Date the verdict to the day on which the evidence was there. An event dated to a month or year counts from its first day.',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-29, status: confirmed, evidence: [first-ferry] }
events:
  - id: first-ferry
    date: 2024-03-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-30, status: confirmed, evidence: [first-ferry] }
events:
  - id: first-ferry
    date: 2024-03-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
`,
  },
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
