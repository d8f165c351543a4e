import type { Plan, RecordPlan } from '../plan.ts';

export type Values = Record<string, unknown>;

export const NONE: readonly never[] = [];

export interface Keys {
  readonly blank: Values;
  readonly bits: ReadonlyMap<string, { readonly key: string; readonly plan: Plan; readonly bit: number }>;
  readonly required: number;
  readonly oneOf: number;
}

const compiled = new WeakMap<RecordPlan, Keys>();

/** A record's plan with its keys as bits, and a record in which nothing is there yet. */
export function keysOf(plan: RecordPlan): Keys {
  const known = compiled.get(plan);
  if (known) return known;
  const entries = [...plan.keys];
  const bitsOf = (isMeant: (key: string, required: boolean) => boolean) =>
    entries.reduce((bits, [key, { required }], index) => (isMeant(key, required) ? bits | (1 << index) : bits), 0);
  const keys: Keys = {
    blank: {
      ...Object.fromEntries(entries.map(([key, inner]) => [key, inner.plan.type === 'list' ? NONE : null])),
      place: null,
    },
    bits: new Map(entries.map(([key, inner], index) => [key, { key, plan: inner.plan, bit: 1 << index }])),
    required: bitsOf((_, required) => required),
    oneOf: bitsOf((key) => plan.oneOf.includes(key)),
  };
  compiled.set(plan, keys);
  return keys;
}
