import type { Splice } from './splice.ts';

/** A part of a text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How something is replaced or taken out. */
export interface Cut {
  /** In the order of the text. */
  readonly splices: readonly Splice[];
  /** What of the text was named, and may go with all that it holds. Around it, only white space and a comma may. */
  readonly extents: readonly Span[];
}

/** A splice that takes out. */
export const without = (start: number, end: number): Splice => ({ start, end, text: '' });
