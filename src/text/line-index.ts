import type { LineColumn } from '../model/place.ts';
import { defined } from './defined.ts';
import { lastAtOrBefore } from './last-at-or-before.ts';

/**
 * Finds line and column of offsets in a text. Lines end in LF or CRLF, as a ledger's do.
 * @returns a function from an offset in UTF-16 units to line and column, both from 1; a byte-order mark is not counted
 */
export function lineIndex(text: string): (offset: number) => LineColumn {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= lineStarts(text);
    const line = Math.max(0, lastAtOrBefore(starts, offset));
    return { line: line + 1, column: Math.max(0, offset - defined(starts[line])) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
