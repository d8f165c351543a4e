import type { Static } from 'typebox';
import type { Fault } from './fault.ts';
import type { Place } from './place.ts';
import type { LedgerShape } from './shape.ts';

type IsOptional<T, K extends keyof T> = Record<never, never> extends Pick<T, K> ? true : false;

/** A record as the model holds it: every key there, lists never missing, what is absent is null, and its place. */
type Recorded<T, P> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends readonly unknown[]
    ? Held<NonNullable<T[K]>, P>
    : IsOptional<T, K> extends true
      ? Held<NonNullable<T[K]>, P> | null
      : Held<T[K], P>;
} & { readonly place: P };

type Held<T, P> = T extends readonly (infer Item)[] ? readonly Held<Item, P>[] : T extends object ? Recorded<T, P> : T;

export type Ledger = Recorded<Static<LedgerShape>, Place>;
export type Article = Ledger['article'];
export type Claim = Ledger['claims'][number];
export type Verdict = Claim['verdicts'][number];
export type Withdrawal = NonNullable<Verdict['withdrawn']>;
export type Anchor = Claim['anchors'][number];
export type LedgerEvent = Ledger['events'][number];
export type Source = LedgerEvent['sources'][number];

/** A ledger to look at: of its places, only the lines are known. */
type LedgerView = Recorded<Static<LedgerShape>, Pick<Place, 'line'>>;
export type ArticleView = LedgerView['article'];
export type ClaimView = LedgerView['claims'][number];
export type VerdictView = ClaimView['verdicts'][number];
export type EventView = LedgerView['events'][number];
export type SourceView = EventView['sources'][number];

/** What reading a ledger's text yields: the ledger as far as it could be read, and all that is wrong with it. */
export interface Reading {
  readonly ledger: Ledger;
  readonly faults: readonly Fault[];
}

/** A sound ledger to look at, with the name that commands know it by. */
export interface NamedLedger {
  /** The file's name without extension; with parent folders where two are alike. */
  readonly name: string;
  /** The path as shown to people, relative to the current folder where it is below it. */
  readonly file: string;
  readonly article: ArticleView;
  /** In the order of the file; made as they are asked for where the ledger is large, so ask once. */
  readonly claims: () => Iterable<ClaimView>;
  readonly events: () => Iterable<EventView>;
}
