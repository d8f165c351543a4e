import type { Fault } from '../model/fault.ts';
import type { Ledger, Reading } from '../model/ledger.ts';
import { lineIndex } from '../text/line-index.ts';
import { compiledLedgerShape } from './compiled-ledger-shape.ts';
import type { Scanner } from './scanner.ts';
import { walk } from './walk.ts';

/**
 * Reads a ledger from the nodes of a text.
 * @param scanner null where the text could not be taken apart
 * @param found what is wrong with the text as YAML
 */
export function readNodes(scanner: Scanner | null, found: readonly Fault[]): Reading {
  const { value, faults, alone } = walk(scanner, compiledLedgerShape);
  const ledger = value as Ledger;
  if (alone) return { ledger, faults };
  const all = [...found, ...faults, ...duplicateIds(scanner?.text ?? '', ledger)];
  return { ledger, faults: all.sort((a, b) => a.offset - b.offset) };
}

function duplicateIds(text: string, { claims, events }: Ledger): Fault[] {
  const placeOf = lineIndex(text);
  const duplicatesIn = (what: string, records: Ledger['claims'] | Ledger['events']): Fault[] => {
    // Where values stand costs too much to ask for in vain.
    if (new Set(records.map(({ id }) => id)).size === records.length) return [];
    const first = new Map<string, number>();
    return records.flatMap(({ id, place }): Fault[] => {
      const { id: written } = place.values;
      const offset = typeof written === 'number' ? written : place.start;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, offset);
      if (earlier === undefined || id === '') return [];
      const message = `the ${what} id "${id}" is taken: line ${placeOf(earlier).line} has it`;
      return [{ rule: 'duplicate-id', offset, message }];
    });
  };
  return [...duplicatesIn('claim', claims), ...duplicatesIn('event', events)];
}
