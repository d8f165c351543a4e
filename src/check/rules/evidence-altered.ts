import type { Source } from '../../model/ledger.ts';
import { evidenceIn } from '../evidence.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

const addressOf = ({ url, file }: Source) => url ?? file ?? '';

export const evidenceAltered: Rule = {
  id: 'evidence-altered',
  severity: 'warning',
  summary: 'against a revision: an event in evidence changed its date or title, or lost a source',
  explanation:
    'Verdicts rest on the event as it was recorded. Add a source rather than replace one, and record what was learnt later as an event of its own.',
  againstRevision: true,
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-30, status: confirmed, evidence: [first-ferry] }
events:
  - id: first-ferry
    date: 2024-03-30
    title: The first ferry sails.
    sources: [{ url: https://example.org/ferry }]
`,
    before: `claims:
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
    sources: [{ url: https://example.org/ferry }, { url: https://example.org/port }]
`,
    before: `claims:
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
  *find({ ledger, before }) {
    if (!before) return;
    const evidence = evidenceIn(before);
    const events = new Map(ledger.events.map((event) => [event.id, event]));
    for (const old of before.events) {
      const event = events.get(old.id);
      if (!evidence.has(old.id)) continue;
      if (!event) {
        yield { offset: 0, message: `the event ${old.id}, which was evidence, is gone`, event: old };
        continue;
      }
      for (const key of ['date', 'title'] as const) {
        if (event[key] === old[key]) continue;
        const message = `the ${key} of ${event.id}, which is evidence, was ${JSON.stringify(old[key])}`;
        yield { offset: valueAt(event, key), message, event };
      }
      const kept = new Set(event.sources.map(addressOf));
      for (const source of old.sources) {
        if (kept.has(addressOf(source))) continue;
        const message = `${event.id}, which is evidence, has lost a source: ${addressOf(source)}`;
        yield { offset: valueAt(event, 'id'), message, event };
      }
    }
  },
};
