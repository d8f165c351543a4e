import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const verdictOrder: Rule = {
  id: 'verdict-order',
  severity: 'warning',
  summary: 'verdicts not in date order',
  explanation:
    "The list is the claim's history, and is read from top to bottom. The later date decides the status, wherever it stands.",
  unreadVerdicts: 'silence',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-12, status: pending }
      - { date: 2024-03-10, status: pending }
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-10, status: pending }
      - { date: 2024-03-12, status: pending }
`,
  },
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      for (const [index, verdict] of claim.verdicts.entries()) {
        const last = claim.verdicts[index - 1];
        if (!last || verdict.date >= last.date) continue;
        const message = `a verdict of ${verdict.date} stands behind one of ${last.date}`;
        yield { offset: valueAt(verdict, 'date'), message, claim };
      }
    }
  },
};
