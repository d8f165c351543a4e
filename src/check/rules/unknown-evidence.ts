import type { Ledger } from '../../model/ledger.ts';
import { didYouMean } from '../../text/nearest.ts';
import { isWhole, valueAt } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

export const unknownEvidence: Rule = {
  id: 'unknown-evidence',
  page: () => import('./unknown-evidence.md'),
  severity: 'error',
  withdrawn: 'count',
  *find({ ledger }) {
    yield* unknownReplacements(ledger);
    // What seems missing may be an event that could not be read.
    if (hasUnread(ledger, 'events')) return;
    const events = new Set(ledger.events.map(({ id }) => id).filter((id) => id !== ''));
    for (const claim of ledger.claims) {
      for (const verdict of claim.verdicts) {
        for (const [index, id] of verdict.evidence.entries()) {
          if (events.has(id)) continue;
          const message = `there is no event "${id}"${didYouMean(id, events)}`;
          yield { offset: valueAt(verdict, 'evidence', index), message, claim };
        }
      }
    }
  },
};

function* unknownReplacements(ledger: Ledger): Iterable<Problem> {
  if (hasUnread(ledger, 'claims')) return;
  const claims = new Set(ledger.claims.map(({ id }) => id).filter((id) => id !== ''));
  for (const claim of ledger.claims) {
    if (claim.withdrawn === null) continue;
    for (const [index, id] of claim.withdrawn.instead.entries()) {
      if (claims.has(id)) continue;
      const message = `there is no claim "${id}" in place of ${claim.id}${didYouMean(id, claims)}`;
      yield { offset: valueAt(claim.withdrawn, 'instead', index), message, claim };
    }
  }
}

/** Whether a record's id could not be read, or the list holds what is none; other faults lie within a record. */
function hasUnread(ledger: Ledger, list: 'claims' | 'events'): boolean {
  if (isWhole(ledger, list)) return false;
  const isFaulty = ({ place, ...record }: Ledger['claims'][number] | Ledger['events'][number]) =>
    place.faulty.length > 0 || ('text' in record ? record.text === '' : record.date === '' || record.title === '');
  const records = ledger[list];
  return !records.some(isFaulty) || records.some(({ id }) => id === '');
}
