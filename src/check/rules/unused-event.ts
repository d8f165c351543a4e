import type { Claim } from '../../model/ledger.ts';
import { evidenceIn } from '../evidence.ts';
import { isWhole, valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const unusedEvent: Rule = {
  id: 'unused-event',
  severity: 'warning',
  summary: 'an event that no verdict rests on',
  explanation: 'It was recorded for a reason: either a verdict forgot to name it, or it is not needed.',
  unreadVerdicts: 'count',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
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
    // Evidence that could not be read may be any event.
    const isRead = (claim: Claim) =>
      isWhole(claim, 'verdicts') ||
      (claim.verdicts.length > 0 && claim.verdicts.every((one) => isWhole(one, 'evidence')));
    if (!ledger.claims.every(isRead) || (ledger.claims.length === 0 && !isWhole(ledger, 'claims'))) return;
    const evidence = evidenceIn(ledger);
    for (const event of ledger.events) {
      if (evidence.has(event.id) || event.id === '') continue;
      yield { offset: valueAt(event, 'id'), message: `no verdict rests on ${event.id}`, event };
    }
  },
};
