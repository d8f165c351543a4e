import type { Static } from 'typebox';
import type { Fault } from './fault.ts';
import type { Place } from './place.ts';
import type { LedgerShape } from './shape.ts';

type IsOptional<T, K extends keyof T> = Record<never, never> extends Pick<T, K> ? true : false;

/** A record as the model holds it: every key there, lists never missing, what is absent is null, and its place. */
type Recorded<T> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends readonly unknown[]
    ? Held<NonNullable<T[K]>>
    : IsOptional<T, K> extends true
      ? Held<NonNullable<T[K]>> | null
      : Held<T[K]>;
} & { readonly place: Place };

type Held<T> = T extends readonly (infer Item)[] ? readonly Held<Item>[] : T extends object ? Recorded<T> : T;

export type Ledger = Recorded<Static<LedgerShape>>;
export type Article = Ledger['article'];
export type Claim = Ledger['claims'][number];
export type Verdict = Claim['verdicts'][number];
export type Anchor = Claim['anchors'][number];
export type LedgerEvent = Ledger['events'][number];
export type Source = LedgerEvent['sources'][number];

/** What reading a ledger's text yields: the ledger as far as it could be read, and all that is wrong with it. */
export interface Reading {
  readonly ledger: Ledger;
  readonly faults: readonly Fault[];
}

/** A sound ledger with the name that commands know it by. */
export interface NamedLedger {
  /** The file's name without extension; with parent folders where two are alike. */
  readonly name: string;
  /** The path as shown to people, relative to the current folder where it is below it. */
  readonly file: string;
  readonly ledger: Ledger;
}
