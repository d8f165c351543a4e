import type { WrittenRecord } from '../change/change.ts';
import { bracedLines } from './compose-in-flow.ts';
import { type Hand, PLAIN_HAND } from './hand.ts';
import type { Insertion } from './insertion.ts';
import { type Braces, ON_ONE_LINE } from './record-style.ts';
import type { SourceText } from './source-text.ts';
import type { ListNode, MapNode } from './tree.ts';

/**
 * Appends entries to a collection in brackets or braces: on lines of their own where the last entry stands so, and
 * after the comments that belong to it.
 * @param entries records, written as `braces` says, or pieces of text that are written already
 */
export function appendInFlow(
  source: SourceText,
  node: ListNode | MapNode,
  entries: readonly (WrittenRecord | string)[],
  depth: number,
  braces: Braces = ON_ONE_LINE,
  hand: Hand = PLAIN_HAND,
): Insertion[] {
  const first = node.kind === 'map' ? node.pairs.at(-1)?.start : node.items.at(-1)?.start;
  const end = node.kind === 'map' ? node.pairs.at(-1)?.value.end : node.items.at(-1)?.end;
  const eol = source.lineEndNear(first ?? node.start);
  const written = entries.map((entry) =>
    typeof entry === 'string' ? entry : bracedLines(entry, braces, hand).join(eol),
  );
  if (first === undefined || end === undefined) return [{ offset: node.start + 1, text: written.join(', '), depth }];
  const margin = source.indentBefore(first);
  const next = source.afterTrivia(end);
  const hasComma = source.text[next] === ',';
  const afterComma = hasComma ? next + 1 : end;
  const closes = source.afterTrivia(afterComma);
  if (margin === null || !source.hasLineBreak(node.start, first) || !source.hasLineBreak(afterComma, closes)) {
    const separator = margin === null ? ', ' : `,${eol}${margin}`;
    return [{ offset: end, text: written.map((entry) => separator + entry).join(''), depth }];
  }
  const lines = written.map((entry) => margin + entry);
  const offset = source.afterComments(source.nextLine(afterComma), margin.length);
  const text = hasComma ? lines.map((line) => `${line},${eol}`) : [lines.join(`,${eol}`), eol];
  const comma = hasComma ? [] : [{ offset: end, text: ',', depth }];
  return [...comma, { offset, text: text.join(''), depth }];
}
