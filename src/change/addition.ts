/** Where a list stands in a ledger: keys, and positions in lists as written (`Place.index`). */
export type ListPath = readonly [...(string | number)[], string];

/** One thing that a change appends to a list of the ledger; the list is made where it is missing. */
export interface Addition {
  readonly list: ListPath;
  readonly item: Readonly<Record<string, unknown>>;
}
