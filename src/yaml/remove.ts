import { lineIndex } from '../text/line-index.ts';
import { type Cut, type Span, without } from './cut.ts';
import { CannotInsert } from './insertion.ts';
import type { Located } from './locate.ts';
import { removalInFlow } from './remove-in-flow.ts';
import type { SourceText } from './source-text.ts';
import type { Splice } from './splice.ts';
import { type ListNode, lastLeaf, type MapNode, type ScalarNode, type TreeNode } from './tree.ts';

/**
 * Works out how a key with its value, or an item of a list, is taken out: a key reaches from its first character to its
 * value's last, an item of records from its dash to the end of its last line. Comments elsewhere stay.
 * @param floor where what holds the list begins: nothing before it is touched
 * @throws CannotInsert where what is left would mean something else
 */
export function removal(source: SourceText, located: Located, floor: number): Cut {
  if (located.type === 'pair') {
    if (located.holder.pairs.length === 1) throw new CannotInsert('nothing would be left of its record');
    return located.holder.flow ? removalInFlow(source, located) : pairRemoval(source, located.holder, located.index);
  }
  return located.holder.flow
    ? removalInFlow(source, located)
    : itemRemoval(source, located.holder, located.index, floor);
}

function pairRemoval(source: SourceText, holder: MapNode, index: number): Cut {
  const pair = holder.pairs[index];
  if (!pair) throw new Error(`there is no pair ${index}`);
  const { text } = source;
  const start = pair.opening;
  const end = Math.max(pair.keyEnd, source.endOf(pair.value));
  const extents = [{ start, end }];
  const endsLine = text[end - 1] === '\n';
  const [rest = '', comment = ''] = endsLine ? [] : (/^[ \t]*(#.*)?/.exec(text.slice(end, source.nextLine(end))) ?? []);
  if (comment !== '') return { splices: [without(start, end + rest.length - comment.length)], extents };
  if (source.indentBefore(start) === null) {
    // After a dash or a question mark, the next key takes its place.
    const next = holder.pairs[index + 1];
    if (!next) throw new CannotInsert('nothing would be left of its record');
    if (/^[ \t\r\n]*$/.test(text.slice(end, next.opening))) return { splices: [without(start, next.opening)], extents };
    const dash = start - (/[ \t]*$/.exec(text.slice(source.lineStart(start), start))?.[0].length ?? 0);
    return { splices: [without(dash, endsLine ? lineBreakBefore(text, end) : end)], extents };
  }
  const bottom = endsLine ? end : source.nextLine(end);
  const before = holder.pairs[index - 1]?.value;
  const cut = without(source.lineStart(start), swallowed(source, before && lastLeaf(before), bottom));
  return { splices: [cut], extents };
}

const lineBreakBefore = (text: string, end: number) => end - (text[end - 2] === '\r' ? 2 : 1);

/**
 * Where a cut ends, so that what follows it becomes no part of the text that then stands above: blank lines that this
 * text would keep go with the cut.
 * @param at the line after the cut
 * @throws CannotInsert where a comment would become text
 */
function swallowed(source: SourceText, above: TreeNode | undefined, at: number): number {
  if (above?.kind !== 'scalar' || !above.block) return at;
  let end = at;
  for (let line = at; line < source.text.length; line = source.nextLine(line)) {
    const content = source.text.slice(line, source.nextLine(line));
    const indent = /^ */.exec(content)?.[0].length ?? 0;
    if (/^[ \t]*\r?\n?$/.test(content)) {
      if (above.keepsBreaks || isContent(content, above)) end = source.nextLine(line);
      continue;
    }
    if (content.trimStart().startsWith('#') && indent >= Math.max(1, above.indent)) {
      const number = lineIndex(source.text)(line).line;
      throw new CannotInsert(`the comment in line ${number} would become part of the text above it; indent it less`);
    }
    break;
  }
  return end;
}

/** Whether a blank line is wider than a block scalar is indented, and so a part of it. */
const isContent = (blank: string, { indent }: ScalarNode): boolean =>
  indent > 0 && blank.replace(/[\r\n]/g, '').length > indent;

function itemRemoval(source: SourceText, list: ListNode, index: number, floor: number): Cut {
  const { text } = source;
  const item = list.items[index];
  const dash = list.dashes[index];
  if (!item || dash === undefined) throw new Error(`there is no item ${index}`);
  if (source.indentBefore(dash) === null) throw new CannotInsert('its dash is not the first on its line');
  const above = list.items[index - 1];
  const least = above ? source.endOf(above) : floor;
  const end = Math.max(dash + 1, source.endOf(item));
  const endsLine = text[end - 1] === '\n';
  if (item.kind !== 'map' && !endsLine) {
    const [rest = '', comment = ''] = /^[ \t]*(#.*)?/.exec(text.slice(end, source.nextLine(end))) ?? [];
    if (comment !== '') {
      return { splices: [without(dash, end + rest.length - comment.length)], extents: [{ start: dash, end }] };
    }
  }
  const lines = linesAbove(source, source.lineStart(dash), least);
  const disables = lines.filter(({ start }) => DISABLE.test(text.slice(start, source.nextLine(start))));
  const bottom = endsLine ? end : source.nextLine(end);
  const extents: Span[] = [...disables, { start: dash, end: bottom }];
  // Lines right above that go too, so that what is above them counts as standing right above the record.
  let top = source.lineStart(dash);
  const gone: Splice[] = [];
  for (const line of lines.toReversed()) {
    if (!disables.includes(line)) break;
    top = line.start;
  }
  for (const { start, end: after } of disables) if (start < top) gone.push(without(start, after));
  const isLast = index === list.items.length - 1;
  const below = blankLinesFrom(source, bottom);
  const blanks = linesAbove(source, top, least).toReversed();
  const firstOther = blanks.findIndex(({ start, end: after }) => text.slice(start, after).trim() !== '');
  const topOfBlanks = (firstOther === -1 ? blanks : blanks.slice(0, firstOther)).at(-1)?.start ?? top;
  let from = top;
  let to = bottom;
  if (topOfBlanks < top && (below > bottom || bottom === text.length)) {
    if (isLast) from = topOfBlanks;
    else to = below;
  }
  const leaf = above && lastLeaf(above);
  gone.push(without(from, swallowed(source, firstOther === -1 || blanks.length === 0 ? leaf : undefined, to)));
  return { splices: gone, extents };
}

const DISABLE = /^[ \t]*#[ \t]*factledger-disable-next-line\b/;

/** The lines that hold nothing but white space and comments right before one, not before `least`, from the top. */
function linesAbove(source: SourceText, before: number, least: number): Span[] {
  const lines: Span[] = [];
  let end = before;
  while (end > 0) {
    const start = source.lineStart(end - 1);
    if (start < least || !/^[ \t\uFEFF]*(?:#.*)?\r?\n$/.test(source.text.slice(start, end))) break;
    lines.unshift({ start, end });
    end = start;
  }
  return lines;
}

function blankLinesFrom(source: SourceText, at: number): number {
  let end = at;
  while (end < source.text.length && /^[ \t]*\r?\n?$/.test(source.text.slice(end, source.nextLine(end)))) {
    end = source.nextLine(end);
  }
  return end;
}
