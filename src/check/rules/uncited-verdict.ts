import { isWhole, valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const uncitedVerdict: Rule = {
  id: 'uncited-verdict',
  severity: 'error',
  summary: 'confirmed or refuted without evidence',
  explanation:
    'A verdict is worth what it rests on. Name the event that settles the claim, or leave the claim pending.',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-30, status: confirmed }
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
    for (const claim of ledger.claims) {
      for (const verdict of claim.verdicts) {
        if (verdict.status === 'pending' || verdict.evidence.length > 0 || !isWhole(verdict, 'evidence')) continue;
        yield { offset: valueAt(verdict, 'status'), message: `${verdict.status} without evidence`, claim };
      }
    }
  },
};
