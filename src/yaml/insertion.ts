/** Text to put in at an offset (UTF-16 units of the old text). */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
  /** How deep the insertion's place is: where two meet at one offset, the deeper comes first. */
  readonly depth: number;
}

/** Why a list cannot be extended by inserting text; `edit` tells it together with what to add by hand. */
export class CannotInsert extends Error {}
