import type { Fault } from '../model/fault.ts';
import type { Ledger } from '../model/ledger.ts';
import { lineIndex } from '../text/line-index.ts';

type Records = Ledger['claims'] | Ledger['events'];

/** Finds claims, and events, with an id that another has or had. @param text what the ledger was read from */
export function duplicateIds(text: string, { claims, events }: Ledger): Fault[] {
  return [...duplicatesIn(text, 'claim', claims), ...duplicatesIn(text, 'event', events)];
}

/** An id where it stands: that of a record now, or one that it had. */
interface Holding {
  readonly id: string;
  readonly offset: number;
  readonly isFormer: boolean;
}

function duplicatesIn(text: string, what: string, records: Records): Fault[] {
  // Where values stand costs too much to ask for in vain.
  const count = records.reduce((sum, { formerly }) => sum + 1 + formerly.length, 0);
  const distinct = new Set(records.map(({ id }) => id));
  for (const { formerly } of records) for (const id of formerly) distinct.add(id);
  if (distinct.size === count) return [];
  const lineOf = lineIndex(text);
  const holders = new Map<string, Holding>();
  const faults: Fault[] = [];
  const take = (holding: Holding) => {
    const earlier = holders.get(holding.id);
    if (earlier === undefined) holders.set(holding.id, holding);
    if (earlier === undefined || holding.id === '') return;
    const { line } = lineOf(earlier.offset);
    const taken = earlier.isFormer ? `line ${line} had it formerly` : `line ${line} has it`;
    const id = `the ${what} id "${holding.id}"`;
    const message = holding.isFormer ? `${id}, under formerly, is another's: ${taken}` : `${id} is taken: ${taken}`;
    faults.push({ rule: 'duplicate-id', offset: holding.offset, message });
  };
  const offsets = records.map(({ place }) => place.values);
  for (const [at, { id, place }] of records.entries()) {
    const written = offsets[at]?.id;
    take({ id, offset: typeof written === 'number' ? written : place.start, isFormer: false });
  }
  for (const [at, { id, place, formerly }] of records.entries()) {
    const written = offsets[at]?.formerly;
    for (const [which, former] of formerly.entries()) {
      // What says that it had the id it has tells nothing, and takes nothing from others.
      if (former === id || formerly.indexOf(former) < which) continue;
      const offset = typeof written === 'object' ? written[which] : written;
      take({ id: former, offset: offset ?? place.start, isFormer: true });
    }
  }
  return faults;
}
