/** How a list of records is written. */
export interface ListStyle {
  /** Columns from the list's key to its dashes; null for a list in brackets. */
  readonly indent: number | null;
  /** Blanks between a dash and what follows. */
  readonly gap: number;
  /** How the items are written; null for lines of their own. */
  readonly braces: Braces | null;
  /** Whether a blank stands within the list's brackets. */
  readonly isPadded?: boolean;
}

/** How a record in braces is written. */
export interface Braces {
  /** Keys and texts in double quotes, as JSON has it. */
  readonly isJson: boolean;
  /** Whether a blank stands within the braces of one line. */
  readonly isPadded: boolean;
  /** What stands in front of keys, and of the closing brace, on lines of their own; null for all on one line. */
  readonly margins: { readonly keys: string; readonly close: string } | null;
}

export const ON_ONE_LINE: Braces = { isJson: false, isPadded: false, margins: null };

/** Where the items of a list in brackets stand on lines of their own. */
export interface ItemLines {
  readonly eol: string;
  /** What stands in front of the items, and of the closing bracket. */
  readonly item: string;
  readonly close: string;
}
