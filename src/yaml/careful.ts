import type { Fault } from '../model/fault.ts';
import type { Ledger, Reading } from '../model/ledger.ts';
import { lineIndex } from '../text/line-index.ts';
import { compiledLedgerShape } from './compiled-ledger-shape.ts';
import type { ListShape, RecordShape } from './compiled-shape.ts';
import type { Piece } from './ordinary/read-ordinary.ts';
import { walk } from './read.ts';
import { MAX_DEPTH, type Scan, scan } from './scan.ts';

/** Reads a ledger with a whole YAML parser, and tells all that is wrong with it. */
export async function readCarefully(text: string): Promise<Reading> {
  const scanned = scan(text);
  const { ledger, faults } = readScanned(scanned);
  if (!scanned.broken) return { ledger, faults };
  // Loaded for broken files only: it is slower to start than everything else together.
  return { ledger, faults: (await import('./diagnose.ts')).diagnose(text, faults) };
}

/** Reads a ledger from a text that is scanned already. */
export function readScanned(scanned: Scan): Reading {
  const walked = walk(scanned, compiledLedgerShape);
  const ledger = walked.value as Ledger;
  const faults = [...walked.faults, ...(walked.alone ? [] : duplicateIds(scanned.text, ledger))];
  return { ledger, faults: faults.sort((a, b) => a.offset - b.offset) };
}

/** Reads a piece of a ledger by itself; null where it is not sound, as is one with an alias of what stands elsewhere. */
export function readPiece(text: string, { start, end, line, index }: Piece, shape: ListShape | RecordShape): unknown {
  // An item stands deeper in the whole than by itself.
  const scanned = scan(text.slice(start, end), MAX_DEPTH - 2);
  const { value, faults } = walk(scanned, shape, { offset: start, lines: line - 1, items: index });
  return faults.length > 0 ? null : value;
}

function duplicateIds(text: string, ledger: Ledger): Fault[] {
  const faults: Fault[] = [];
  const placeOf = lineIndex(text);
  for (const [what, records] of [
    ['claim', ledger.claims],
    ['event', ledger.events],
  ] as const) {
    const first = new Map<string, number>();
    for (const { id, place } of records) {
      const { id: written } = place.values;
      const offset = typeof written === 'number' ? written : place.start;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, offset);
      else if (id !== '') {
        const message = `the ${what} id "${id}" is taken: line ${placeOf(earlier).line} has it`;
        faults.push({ rule: 'duplicate-id', offset, message });
      }
    }
  }
  return faults;
}
