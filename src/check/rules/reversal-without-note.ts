import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const reversalWithoutNote: Rule = {
  id: 'reversal-without-note',
  severity: 'warning',
  summary: 'a settled verdict followed by another status, with no note',
  explanation:
    'Who finds that a settled claim was reopened or reversed asks why. Say it in the note of the new verdict.',
  unreadVerdicts: 'silence',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-30, status: confirmed, evidence: [first-ferry] }
      - { date: 2024-04-02, status: refuted, evidence: [first-ferry] }
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
      - { date: 2024-04-02, status: refuted, evidence: [first-ferry], note: It sailed back empty. }
events:
  - id: first-ferry
    date: 2024-03-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
`,
  },
  *find({ ledger }) {
    for (const claim of ledger.claims) {
      // Sorting is stable: on one day, the place in the list decides.
      const history = [...claim.verdicts].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      for (const [index, verdict] of history.entries()) {
        const last = history[index - 1];
        if (!last || last.status === 'pending' || last.status === verdict.status || verdict.note?.trim()) continue;
        const message = `${claim.id} was ${last.status}, and no note says why it is ${verdict.status} now`;
        yield { offset: valueAt(verdict, 'status'), message, claim };
      }
    }
  },
};
