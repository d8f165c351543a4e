import { EVENT_ID } from 'js-yaml';
import type { Disable } from '../model/disable.ts';
import { lineIndex } from '../text/line-index.ts';
import { scan } from './scan.ts';

const MARK = 'factledger-disable-next-line';
const DISABLE = new RegExp(`(?<=^|[ \\t])#[ \\t]*${MARK}\\b[ \\t]*([^\\s:]*)[ \\t]*(?::(.*))?.*$`, 'gm');

/** The comments of a ledger's text that silence a finding of `check`; the same words within a text are none. */
export function disablesIn(text: string): Disable[] {
  if (!text.includes(MARK)) return [];
  const scalars = scan(text).events.filter((event) => event.type === EVENT_ID.SCALAR && event.valueStart !== -1);
  const spans = scalars.map(
    (event) => (event.type === EVENT_ID.SCALAR ? [event.valueStart, event.valueEnd] : [0, 0]) as [number, number],
  );
  const placeOf = lineIndex(text);
  return Array.from(text.matchAll(DISABLE), ({ 0: { length }, 1: rule = '', 2: reason = '', index }) => ({
    rule,
    reason: reason.trim(),
    offset: index,
    line: placeOf(nextContent(text, index + length)).line,
  })).filter(({ offset }) => !isWithin(spans, offset));
}

/** The first line behind an offset that is neither blank nor a comment. */
function nextContent(text: string, from: number): number {
  const rest = /\n(?![ \t]*(?:#|\r?\n|$))/g;
  rest.lastIndex = from;
  const match = rest.exec(text);
  return match ? match.index + 1 : text.length;
}

/** Whether an offset lies in one of the spans, which stand in the order of the text. */
function isWithin(spans: readonly (readonly [start: number, end: number])[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as readonly [number, number])[0] <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && offset < span[1];
}
