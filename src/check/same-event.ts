import type { Ledger, LedgerEvent } from '../model/ledger.ts';
import { isSameWording } from '../text/wording.ts';
import { changedSources } from './match-sources.ts';

/** The event of another ledger that says all that one says, under an id that it has or had. */
export function copyIn(ledger: Ledger, { id, date, title, sources }: LedgerEvent): LedgerEvent | null {
  const event = ledger.events.find((one) => one.id === id) ?? ledger.events.find((one) => one.formerly.includes(id));
  const isCopy =
    event?.date === date && isSameWording(event.title, title) && changedSources(sources, event.sources).length === 0;
  return isCopy ? event : null;
}
