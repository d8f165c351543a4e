import type { Ledger, Reading } from '../model/ledger.ts';
import { compiledLedgerShape } from './compiled-ledger-shape.ts';
import { readOrdinary } from './ordinary/read-ordinary.ts';

/**
 * Reads a ledger from its text. Never throws: what is wrong comes as faults, in the order of the text.
 * @param text decoded UTF-8; a byte-order mark may be there
 */
export async function readLedger(text: string): Promise<Reading> {
  let ordinary = readOrdinary(text, compiledLedgerShape, null);
  if (isSound(ordinary)) return { ledger: ordinary.value, faults: [] };
  // Loaded only for what is not ordinary: a ledger of everyday style does not wait for it.
  const { readCarefully, readPiece } = await import('./careful.ts');
  if (ordinary === 'needsParser') ordinary = readOrdinary(text, compiledLedgerShape, readPiece);
  return isSound(ordinary) ? { ledger: ordinary.value, faults: [] } : readCarefully(text);
}

function isSound(read: ReturnType<typeof readOrdinary>): read is { readonly value: Ledger } {
  if (read === null || read === 'needsParser') return false;
  const { claims, events } = read.value as Ledger;
  return hasUniqueIds(claims) && hasUniqueIds(events);
}

const hasUniqueIds = (records: readonly { readonly id: string }[]) =>
  new Set(records.map(({ id }) => id)).size === records.length;
