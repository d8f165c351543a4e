import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from '../../src/model/place.ts';
import { readScanned, scanPiece } from '../../src/yaml/careful.ts';
import { readOrdinary } from '../../src/yaml/read-ledger.ts';
import { scan } from '../../src/yaml/scan.ts';
import { runs, SOAK } from '../soak.ts';
import { ordinaryLedger } from './ordinary-ledger.ts';
import { slips, withSlips } from './slips.ts';
import { uglyLedger } from './ugly-ledger.ts';

const anyLedger = fc.oneof({ arbitrary: ordinaryLedger, weight: 9 }, { arbitrary: uglyLedger, weight: 1 });

/** A ledger with its places written out, which the fast way makes when they are asked for. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  const { place, ...rest } = value as { place: Place };
  const { start, line, index, values, faulty } = place;
  const keys = Object.entries(rest).map(([key, inner]) => [key, written(inner)]);
  return { ...Object.fromEntries(keys), place: { start, line, index, values, faulty } };
}

/** Holds the fast way of reading to the whole parser: what it takes has the same values, places and faults. */
function isReadAlike(text: string, withPieces: boolean): boolean {
  const fast = readOrdinary(text, withPieces ? scanPiece : null);
  if (fast === null || fast === 'needsParser') return false;
  const careful = readScanned(scan(text));
  expect(fast.faults).toEqual(careful.faults);
  expect(written(fast.ledger)).toEqual(written(careful.ledger));
  return true;
}

test('what is read in the fast way, the parser reads the same', () => {
  let read = 0;
  fc.assert(
    fc.property(anyLedger, fc.boolean(), (text, withPieces) => {
      if (isReadAlike(text, withPieces)) read++;
    }),
    runs(500),
  );
  expect(read).toBeGreaterThan(200 * SOAK);
});

test('nor does any slip of the hand make it read something else', () => {
  let read = 0;
  fc.assert(
    fc.property(anyLedger, slips, fc.boolean(), (ledger, made, withPieces) => {
      if (isReadAlike(withSlips(ledger, made), withPieces)) read++;
    }),
    runs(5000),
  );
  expect(read).toBeGreaterThan(250 * SOAK);
});
