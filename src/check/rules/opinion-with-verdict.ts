import { kindOf } from '../../model/status.ts';
import type { Rule } from '../rule.ts';

export const opinionWithVerdict: Rule = {
  id: 'opinion-with-verdict',
  severity: 'error',
  summary: 'a verdict on an opinion',
  explanation:
    'An opinion has no status, so a verdict on it is never read. What can be judged is that somebody said so: make that a claim of its own.',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    kind: opinion
    verdicts:
      - { date: 2024-03-30, status: pending }
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    kind: fact
    verdicts:
      - { date: 2024-03-30, status: pending }
`,
  },
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      const [first] = claim.verdicts;
      if (!first || kindOf(claim) !== 'opinion') continue;
      yield { offset: first.place.start, message: `${claim.id} is an opinion, which has no status`, claim };
    }
  },
};
