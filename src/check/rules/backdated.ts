import { compareHistories } from '../histories.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const backdated: Rule = {
  id: 'backdated',
  page: () => import('./backdated.md'),
  severity: 'warning',
  againstRevision: true,
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
