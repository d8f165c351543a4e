import type { LineColumn } from '../model/place.ts';

/**
 * Finds line and column of offsets in a text. Lines end in LF or CRLF, as a ledger's do.
 * @returns a function from an offset in UTF-16 units to line and column, both from 1; a byte-order mark is not counted
 */
export function lineIndex(text: string): (offset: number) => LineColumn {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (starts[low] as number)) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
