/** Names as a ledger writes them: one alone as text, several as a list; null for none, which is not written. */
export const oneOrMore = (names: readonly string[]): string | readonly string[] | null =>
  names.length > 1 ? names : (names[0] ?? null);
