import type { Addition } from '../change/addition.ts';
import { bracedLines } from './compose.ts';
import type { Insertion } from './insertion.ts';
import type { Layout } from './layout.ts';
import { type Braces, ON_ONE_LINE } from './list-style.ts';
import type { ListNode, MapNode } from './tree.ts';

/**
 * Appends entries to a collection in brackets or braces: on lines of their own where the last entry stands so, and
 * behind the comments that belong to it.
 * @param entries records, written as `braces` says, or pieces of text that are written already
 */
export function appendInFlow(
  layout: Layout,
  node: ListNode | MapNode,
  entries: readonly (Addition['item'] | string)[],
  depth: number,
  braces: Braces = ON_ONE_LINE,
): Insertion[] {
  const first = node.kind === 'map' ? node.pairs.at(-1)?.start : node.items.at(-1)?.start;
  const end = node.kind === 'map' ? node.pairs.at(-1)?.value.end : node.items.at(-1)?.end;
  const written = (entry: Addition['item'] | string, column: number, eol: string) =>
    typeof entry === 'string' ? entry : bracedLines(entry, braces, column).join(eol);
  if (first === undefined || end === undefined) {
    const inline = entries.map((entry) => (typeof entry === 'string' ? entry : written(entry, 0, ' ')));
    return [{ offset: node.start + 1, text: inline.join(', '), depth }];
  }
  const margin = layout.indentBefore(first);
  const eol = layout.lineEndNear(first);
  const next = layout.behindTrivia(end);
  const hasComma = layout.text[next] === ',';
  const behindComma = hasComma ? next + 1 : end;
  const closes = layout.behindTrivia(behindComma);
  if (margin === null || !layout.hasLineBreak(node.start, first) || !layout.hasLineBreak(behindComma, closes)) {
    const separator = margin === null ? ', ' : `,${eol}${margin}`;
    const column = margin?.length ?? 0;
    return [{ offset: end, text: entries.map((entry) => separator + written(entry, column, eol)).join(''), depth }];
  }
  const lines = entries.map((entry) => margin + written(entry, margin.length, eol));
  const offset = layout.behindComments(layout.nextLine(behindComma), margin.length);
  const text = hasComma ? lines.map((line) => `${line},${eol}`) : [lines.join(`,${eol}`), eol];
  const comma = hasComma ? [] : [{ offset: end, text: ',', depth }];
  return [...comma, { offset, text: text.join(''), depth }];
}
