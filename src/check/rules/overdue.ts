import { isOverdue, statusOn } from '../../model/status.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const overdue: Rule = {
  id: 'overdue',
  severity: 'warning',
  summary: 'past due and still pending',
  explanation:
    'The day on which the claim can be judged has passed, and nobody has judged it. Mark it confirmed or refuted; if it cannot be settled, correct its due date or take it out.',
  unreadVerdicts: 'silence',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    due: 2024-03-31
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    due: 2024-03-31
    verdicts:
      - { date: 2024-03-30, status: confirmed, evidence: [first-ferry] }
events:
  - id: first-ferry
    date: 2024-03-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
`,
  },
  *find({ ledger, today }) {
    for (const claim of ledger.claims) {
      if (!isOverdue(statusOn(claim, today), claim.due, today)) continue;
      yield {
        offset: valueAt(claim, 'due'),
        message: `${claim.id} was due on ${claim.due} and is still pending`,
        claim,
      };
    }
  },
};
