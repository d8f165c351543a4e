/** What stands round a text or a key; nothing where it is written plainly. */
export type Quote = '' | '"' | "'";

/** When a text is quoted, and how. */
export interface Quoting {
  /** Whether texts are quoted that could stand plainly too. */
  readonly always: boolean;
  readonly mark: '"' | "'";
}

/** How a list within a record is written; of one of records, only what brackets show. */
export interface TextsStyle {
  /** Columns from the list's key to its dashes; null for brackets. */
  readonly indent: number | null;
  /** Blanks between a dash and what follows. */
  readonly gap: number;
  /** Whether a blank stands within the brackets. */
  readonly isPadded: boolean;
  /** Whether items in brackets stand on lines of their own, if the record does; null where nothing shows it. */
  readonly isOnLines: boolean | null;
}

/** How a record's keys, texts and lists of texts are written. */
export interface Hand {
  readonly keyQuote: Quote;
  /** @param isMultiline whether the text has several lines */
  quoting(key: string, isMultiline: boolean): Quoting;
  texts(key: string): TextsStyle;
  /** The hand of the records in the list under a key. */
  within(key: string): Hand;
}

/** Quotes only where they are needed, and lists of texts in brackets. */
export const PLAIN_HAND: Hand = {
  keyQuote: '',
  quoting: () => ({ always: false, mark: '"' }),
  texts: () => ({ indent: null, gap: 1, isPadded: false, isOnLines: null }),
  within: () => PLAIN_HAND,
};
