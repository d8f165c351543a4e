import type { Claim } from '../../model/ledger.ts';
import { compareHistories, verdictsOf } from '../histories.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const historyRewritten: Rule = {
  id: 'history-rewritten',
  page: () => import('./history-rewritten.md'),
  severity: 'error',
  againstRevision: true,
  *find({ ledger, before }) {
    // All of one id: a second claim of that id would hide the first.
    const claims = new Map<string, Claim[]>();
    for (const claim of ledger.claims) claims.set(claim.id, [...(claims.get(claim.id) ?? []), claim]);
    for (const old of before?.claims ?? []) {
      if (old.verdicts.length === 0) continue;
      const now = claims.get(old.id) ?? [];
      if (now.length === 0) {
        yield {
          offset: valueAt(ledger, 'claims'),
          message: `the claim ${old.id} is gone, and ${verdictsOf([old])} with it`,
          claim: old,
        };
        continue;
      }
      for (const claim of now) {
        for (const { date, status } of compareHistories(old.verdicts, claim.verdicts).lost) {
          const message = `the verdict of ${date}, ${status}, no longer stands as it stood, or not in its order`;
          yield { offset: valueAt(claim, 'id'), message, claim };
        }
      }
    }
  },
  // Breaking or removing the file is no way around the comparison.
  *findUnread({ isGone, faults, before }) {
    const verdicts = verdictsOf(before?.claims ?? []);
    if (verdicts === null) return;
    const message = isGone
      ? `the ledger is gone, and ${verdicts} with it`
      : `the ledger cannot be read any more, nor ${verdicts}`;
    yield { offset: faults[0]?.offset ?? 0, message };
  },
};
