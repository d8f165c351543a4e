import { compareHistories } from '../histories.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const backdated: Rule = {
  id: 'backdated',
  severity: 'warning',
  summary: 'against a revision: a new verdict dated before one that stood there',
  explanation:
    'A verdict that is dated back changes what the ledger says was believed on a day that has passed. Date a verdict to the day on which it was passed; where a forgotten one must be added, say so in its note.',
  againstRevision: true,
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-12, status: pending }
      - { date: 2024-02-01, status: refuted, evidence: [late] }
events:
  - id: late
    date: 2024-01-31
    title: The dredger is late.
    sources: [{ url: https://example.org/late }]
`,
    before: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-12, status: pending }
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-12, status: pending }
      - { date: 2024-03-30, status: confirmed, evidence: [first-ferry] }
events:
  - id: first-ferry
    date: 2024-03-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
`,
    before: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-12, status: pending }
`,
  },
  *find({ ledger, before }) {
    const claims = new Map(before?.claims.map((claim) => [claim.id, claim]));
    for (const claim of ledger.claims) {
      const old = claims.get(claim.id);
      if (!old) continue;
      const last = old.verdicts.reduce((latest, { date }) => (date > latest ? date : latest), '');
      for (const verdict of compareHistories(old.verdicts, claim.verdicts).added) {
        if (verdict.date >= last) continue;
        const message = `a new verdict of ${verdict.date}, and one of ${last} stood there already`;
        yield { offset: valueAt(verdict, 'date'), message, claim };
      }
    }
  },
};
