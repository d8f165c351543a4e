/** A place as people and editors count it: both from 1, columns in UTF-16 units, a byte-order mark not counted. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a record stands in its file. Offsets are UTF-16 units from the start of the text, a byte-order mark counted.
 * `index` is its position in the list as written, null items included.
 */
export interface Place {
  readonly start: number;
  /** The line on which it starts, from 1. */
  readonly line: number;
  readonly index: number;
  /** For each key that is there: the offset of its value, or of each item where the value is a list of scalars. */
  readonly values: Readonly<Record<string, number | readonly number[]>>;
  /** The keys whose value could not be read, or not all of it. */
  readonly faulty: readonly string[];
}
