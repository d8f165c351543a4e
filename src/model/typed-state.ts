/** A state of ledgers as people type it: a day, maybe partial, by the dates in them, or a git revision. */
export type TypedState =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'revision'; readonly name: string };
