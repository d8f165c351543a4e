import type { Reading } from '../model/ledger.ts';
import { nodesOf } from './event-scanner.ts';
import type { Piece } from './ordinary/ordinary-scanner.ts';
import { readNodes } from './read-nodes.ts';
import { MAX_DEPTH, type Scan, scan } from './scan.ts';
import type { Scanner } from './scanner.ts';

/** Reads a ledger with a whole YAML parser, and tells all that is wrong with it. */
export async function readCarefully(text: string): Promise<Reading> {
  const scanned = scan(text);
  const { ledger, faults } = readScanned(scanned);
  if (!scanned.broken) return { ledger, faults };
  // Loaded for broken files only: it is slower to start than everything else together.
  return { ledger, faults: (await import('./diagnose.ts')).diagnose(text, faults) };
}

/** Reads a ledger from a text that is scanned already. */
export const readScanned = (scanned: Scan): Reading => readNodes(nodesOf(scanned), scanned.faults);

/**
 * Takes a piece of a ledger apart by itself.
 * @returns its nodes, offsets and lines counted from its start; null where it is no sound YAML, or has an alias
 */
export function scanPiece(text: string, { start, end }: Piece): Scanner | null {
  // An item stands deeper in the whole than by itself.
  const scanned = scan(text.slice(start, end), MAX_DEPTH - 2);
  return scanned.faults.length > 0 || scanned.targets.size > 0 ? null : nodesOf(scanned);
}
