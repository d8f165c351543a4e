import type { Disable } from '../model/disable.ts';
import { lastAtOrBefore } from '../text/last-at-or-before.ts';
import { lineIndex } from '../text/line-index.ts';

const MARK = 'factledger-disable-next-line';
const DISABLE = new RegExp(`(?<=^|[ \\t])#[ \\t]*${MARK}\\b[ \\t]*([^\\s:]*)[ \\t]*(?::(.*))?.*$`, 'gm');

/** The comments of a ledger's text that silence a finding of `check`; the same words within a text are none. */
export async function disablesIn(text: string): Promise<Disable[]> {
  if (!text.includes(MARK)) return [];
  const { scalarRanges, scan } = await import('./scan.ts');
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [start, end] of scalarRanges(scan(text))) {
    starts.push(start);
    ends.push(end);
  }
  const isText = (offset: number) => offset < (ends[lastAtOrBefore(starts, offset)] ?? 0);
  const placeOf = lineIndex(text);
  let content = -1;
  return Array.from(text.matchAll(DISABLE), ({ 0: { length }, 1: rule = '', 2: reason = '', index }) => {
    // What comes after one comment comes after all that stand between.
    if (content < index + length) content = nextContent(text, index + length);
    return { rule, reason: reason.trim(), offset: index, line: placeOf(content).line };
  }).filter(({ offset }) => !isText(offset));
}

/** The first line after an offset that is neither blank nor a comment. */
function nextContent(text: string, from: number): number {
  const rest = /\n(?![ \t]*(?:#|\r?\n|$))/g;
  rest.lastIndex = from;
  const match = rest.exec(text);
  return match ? match.index + 1 : text.length;
}
