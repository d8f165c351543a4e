import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const reversalWithoutNote: Rule = {
  id: 'reversal-without-note',
  page: () => import('./reversal-without-note.md'),
  severity: 'warning',
  unreadVerdicts: 'silence',
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
