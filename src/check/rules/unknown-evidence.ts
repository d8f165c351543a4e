import type { Ledger } from '../../model/ledger.ts';
import { didYouMean } from '../../text/nearest.ts';
import { isWhole, valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const unknownEvidence: Rule = {
  id: 'unknown-evidence',
  page: () => import('./unknown-evidence.md'),
  severity: 'error',
  *find({ ledger }) {
    // What seems missing may be an event that could not be read.
    if (hasUnreadEvent(ledger)) return;
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

/** Whether an event's id could not be read, or the list holds what is no event; other faults lie within an event. */
function hasUnreadEvent(ledger: Ledger): boolean {
  if (isWhole(ledger, 'events')) return false;
  const { events } = ledger;
  const explained = events.some(({ date, title, place }) => date === '' || title === '' || place.faulty.length > 0);
  return !explained || events.some(({ id }) => id === '');
}
