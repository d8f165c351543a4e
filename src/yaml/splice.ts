/** Text to put in place of what stands from `start` to `end`: UTF-16 units of the old text, `end` exclusive. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with splices made, which are in the order of the text and do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let after = '';
  let at = 0;
  for (const { start, end, text: piece } of splices) {
    after += text.slice(at, start) + piece;
    at = end;
  }
  return after + text.slice(at);
}

/** The splices that take others back, in the text that these have made of `before`. */
export function reversed(before: string, splices: readonly Splice[]): Splice[] {
  let shift = 0;
  return splices.map(({ start, end, text }) => {
    const made = start + shift;
    shift += text.length - (end - start);
    return { start: made, end: made + text.length, text: before.slice(start, end) };
  });
}
