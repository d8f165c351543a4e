import { firstDay } from '../../model/dates.ts';
import { saidOn } from '../../model/status.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const verdictBeforeClaim: Rule = {
  id: 'verdict-before-claim',
  severity: 'error',
  summary: 'a verdict dated before the claim was said',
  explanation:
    'Nobody can have judged a claim before it was made. Where the evidence is older than the claim, date the event so, and the verdict to the day on which the claim was said, or later.',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    said: 2024-01-08
    verdicts:
      - { date: 2024-01-07, status: pending }
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    said: 2024-01-08
    verdicts:
      - { date: 2024-01-08, status: pending }
`,
  },
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      const said = saidOn(claim, ledger.article);
      if (said === null) continue;
      for (const verdict of claim.verdicts) {
        if (verdict.date >= firstDay(said)) continue;
        const message = `a verdict of ${verdict.date}, and ${claim.id} was said on ${said}`;
        yield { offset: valueAt(verdict, 'date'), message, claim };
      }
    }
  },
};
