import type { CompiledShape, RecordShape } from '../compiled-shape.ts';
import type { DraftRecord } from '../empty-record.ts';

export const NONE: readonly never[] = [];

export interface Keys {
  readonly blank: DraftRecord;
  readonly bits: ReadonlyMap<string, { readonly key: string; readonly shape: CompiledShape; readonly bit: number }>;
  readonly required: number;
  readonly oneOf: number;
}

const compiled = new WeakMap<RecordShape, Keys>();

/** A record's shape with its keys as bits, and a record in which nothing is there yet. */
export function keysOf(shape: RecordShape): Keys {
  const known = compiled.get(shape);
  if (known) return known;
  const entries = [...shape.keys];
  const bitsOf = (isMeant: (key: string, required: boolean) => boolean) =>
    entries.reduce((bits, [key, { required }], index) => (isMeant(key, required) ? bits | (1 << index) : bits), 0);
  const keys: Keys = {
    blank: {
      ...Object.fromEntries(entries.map(([key, inner]) => [key, inner.shape.type === 'list' ? NONE : null])),
      place: null,
    },
    bits: new Map(entries.map(([key, inner], index) => [key, { key, shape: inner.shape, bit: 1 << index }])),
    required: bitsOf((_, required) => required),
    oneOf: bitsOf((key) => shape.oneOf.includes(key)),
  };
  compiled.set(shape, keys);
  return keys;
}
