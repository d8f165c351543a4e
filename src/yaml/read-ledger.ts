import type { Reading } from '../model/ledger.ts';
import { ODD } from './ordinary/cursor.ts';
import { NEEDS_PARSER, OrdinaryScanner, type ScanPiece } from './ordinary/ordinary-scanner.ts';
import { readNodes } from './read-nodes.ts';

/**
 * Reads a ledger from its text. Never throws: what is wrong comes as faults, in the order of the text.
 * @param text decoded UTF-8; a byte-order mark may be there
 */
export async function readLedger(text: string): Promise<Reading> {
  let reading = readOrdinary(text, null);
  if (reading !== null && reading !== 'needsParser') return reading;
  // Loaded only for what is not ordinary: a ledger of everyday style does not wait for it.
  const { readCarefully, scanPiece } = await import('./careful.ts');
  if (reading === 'needsParser') reading = readOrdinary(text, scanPiece);
  return reading === null || reading === 'needsParser' ? readCarefully(text) : reading;
}

/**
 * Reads a ledger that is written in the ordinary way; what is odd in one item goes to the parser by itself.
 * @param scanPiece null to find out whether it is needed
 * @returns null where the text is odd in a way that no piece can hold; `needsParser` where there are pieces for
 *   `scanPiece`, and it is null
 */
export function readOrdinary(text: string, scanPiece: ScanPiece | null): Reading | 'needsParser' | null {
  try {
    return readNodes(new OrdinaryScanner(text, scanPiece), []);
  } catch (error) {
    if (error === NEEDS_PARSER) return 'needsParser';
    if (error === ODD) return null;
    throw error;
  }
}
