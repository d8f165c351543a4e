import type { Claim } from '../../model/ledger.ts';
import { evidenceIn } from '../evidence.ts';
import { isWhole, valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const unusedEvent: Rule = {
  id: 'unused-event',
  page: () => import('./unused-event.md'),
  severity: 'warning',
  unreadVerdicts: 'count',
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
