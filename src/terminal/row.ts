import type { Measure } from '../text/measure.ts';
import type { Piece } from '../view/page.ts';

/** One row of the screen. */
export interface Row {
  readonly pieces: readonly Piece[];
  /** What follows the cursor, if it is in this row. */
  readonly afterCursor?: readonly Piece[];
}

/** What rows are made for. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly measure: Measure;
}

/** A row without the cursor. */
export const rowOf = (...pieces: readonly Piece[]): Row => ({ pieces });
