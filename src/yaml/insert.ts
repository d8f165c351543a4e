import type { Addition, ListPath } from '../change/addition.ts';
import { Refusal } from '../model/refusal.ts';
import { blockLines, flowText, type Habits } from './compose.ts';
import type { ListNode, MapNode, Pair, Tree, TreeNode } from './tree.ts';

/** Text to put in at an offset (UTF-16 units of the old text). */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
  /** How deep the insertion's place is: where two meet at one offset, the deeper comes first. */
  readonly depth: number;
}

type Item = Addition['item'];

/**
 * Works out what to insert, and where, so that the additions stand in the text. Follows the file's habits in
 * indentation, blank lines, line ends and flow style.
 * @returns insertions in the order of the text
 * @throws Refusal where a list cannot be extended by insertion alone
 */
export function insertionsFor(text: string, tree: Tree, additions: readonly Addition[]): Insertion[] {
  const groups = new Map<string, { list: ListPath; items: Item[] }>();
  for (const { list, item } of additions) {
    const key = JSON.stringify(list);
    const group = groups.get(key) ?? { list, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  const inserter = new Inserter(text, tree);
  const insertions = [...groups.values()].flatMap(({ list, items }) => inserter.extend(list, items));
  return insertions.sort((a, b) => a.offset - b.offset || b.depth - a.depth);
}

class Inserter {
  private readonly text: string;
  private readonly tree: Tree;
  private readonly habits: Habits;

  constructor(text: string, tree: Tree) {
    this.text = text;
    this.tree = tree;
    this.habits = this.readHabits();
  }

  extend(path: ListPath, items: readonly Item[]): Insertion[] {
    const key = path.at(-1) as string;
    const parent = this.find(path.slice(0, -1));
    if (parent.kind !== 'map') throw this.refusal(path, items, 'what holds the list is no mapping');
    const pair = parent.pairs.find((candidate) => candidate.key === key);
    if (!pair) return this.newKey(parent, path, items);
    const { value } = pair;
    if (value.kind === 'alias')
      throw this.refusal(path, items, `"${key}" is an alias, so its list belongs to others too`);
    if (value.kind === 'list') {
      if (value.flow) return this.intoFlow(value, items, path.length);
      return this.intoBlock(value, items, path.length, this.column(parent.start));
    }
    if (value.kind === 'scalar' && value.value === null) return this.intoNull(path, parent, pair, items);
    throw this.refusal(path, items, `"${key}" is no list`);
  }

  private find(path: readonly (string | number)[]): TreeNode {
    let node = this.tree.root;
    for (const step of path) {
      const next =
        node.kind === 'map'
          ? node.pairs.find(({ key }) => key === step)?.value
          : node.kind === 'list'
            ? node.items[step as number]
            : undefined;
      if (!next) throw new Error(`there is nothing at ${path.join('/')}`);
      if (next.kind === 'alias') {
        throw new Refusal(
          `this record is an alias at offset ${next.start}: adding to it would change what it stands for`,
          'Write the record out in place of the alias, then try again.',
        );
      }
      node = next;
    }
    return node;
  }

  private refusal(path: ListPath, items: readonly Item[], reason: string): Refusal {
    return new Refusal(
      `cannot add to ${path.join('/')} by insertion alone: ${reason}`,
      'Nothing was written. By hand, add:',
      ...items.flatMap((item) => this.blockItem(item, 0, 1)),
    );
  }

  /** @param keyColumn the column of the list's key: a list at that very column is flush with it */
  private intoBlock(list: ListNode, items: readonly Item[], depth: number, keyColumn: number): Insertion[] {
    const column = this.column(list.start);
    const last = list.items.at(-1) as TreeNode;
    const gap = this.gapBefore(last, column);
    const spaced = this.isSpaced(list, depth === 1);
    const lines = items.flatMap((item) => [...(spaced ? [''] : []), ...this.blockItem(item, column, gap)]);
    // A comment at the column of a flush list may be about the next key.
    const least = column > keyColumn ? column : column + 1;
    return [this.behindComments(this.linesAfter(last, lines, depth), least)];
  }

  /** How many blanks stand between an item's dash and its first key. */
  private gapBefore(item: TreeNode, column: number): number {
    const dash = this.text.lastIndexOf('-', item.start - 1);
    const sharesLine = !this.text.slice(dash, item.start).includes('\n');
    return item.kind === 'map' && !item.flow && sharesLine ? Math.max(1, this.column(item.start) - column - 1) : 1;
  }

  /** A missing key goes behind the last one of its record. */
  private newKey(parent: MapNode, path: ListPath, items: readonly Item[]): Insertion[] {
    const key = path.at(-1) as string;
    const depth = path.length - 1;
    const isTopLevel = depth === 0;
    const last = parent.pairs.at(-1)?.value;
    if (parent.flow) {
      const list = `${key}: [${items.map(flowText).join(', ')}]`;
      const at = last ? last.end : parent.start + 1;
      return [{ offset: at, text: last ? `, ${list}` : list, depth }];
    }
    const column = this.column(parent.start);
    const spaced = isTopLevel && this.hasBlankLine(parent.start, parent.end);
    const lines = [
      ...(spaced ? [''] : []),
      `${' '.repeat(column)}${key}:`,
      ...this.blockList(items, this.listColumn(column), isTopLevel),
    ];
    const insertion = this.linesAfter(last as TreeNode, lines, depth);
    return [isTopLevel ? this.behindComments(insertion, 1) : insertion];
  }

  private intoFlow(list: ListNode, items: readonly Item[], depth: number): Insertion[] {
    const pieces = items.map(flowText);
    const last = list.items.at(-1);
    if (!last) return [{ offset: list.start + 1, text: pieces.join(', '), depth }];
    const lineStart = this.text.lastIndexOf('\n', last.start - 1) + 1;
    const before = this.text.slice(lineStart, last.start);
    const own = list.items.length > 0 && /^[ \t]+$/.test(before);
    const separator = own ? `,${this.lineEndNear(last.start)}${before}` : ', ';
    return [{ offset: last.end, text: pieces.map((piece) => separator + piece).join(''), depth }];
  }

  /** A key without a value gets its list; an explicit null is turned into a comment first. */
  private intoNull(path: ListPath, parent: MapNode, pair: Pair, items: readonly Item[]): Insertion[] {
    const { value } = pair;
    const depth = path.length;
    const isEmpty = value.start === value.end;
    if (parent.flow) {
      if (!isEmpty)
        throw this.refusal(path, items, `"${pair.key}" is null in a mapping in braces; delete the null first`);
      const colon = pair.hasColon ? '' : ':';
      return [{ offset: value.end, text: `${colon} [${items.map(flowText).join(', ')}]`, depth }];
    }
    const column = this.column(parent.start);
    const list = this.blockList(items, this.listColumn(column), path.length === 1);
    const lines = pair.hasColon ? list : [`${' '.repeat(column)}:`, ...list];
    const comment = isEmpty ? [] : [{ offset: value.start, text: '# ', depth }];
    return [...comment, this.linesAfter(value, lines, depth)];
  }

  private blockList(items: readonly Item[], column: number, spaced: boolean): string[] {
    return items.flatMap((item, index) => [...(spaced && index > 0 ? [''] : []), ...this.blockItem(item, column, 1)]);
  }

  private blockItem(item: Item, column: number, gap: number): string[] {
    const margin = ' '.repeat(column);
    return blockLines(item, this.habits).map((line, index) => {
      if (index === 0) return `${margin}-${' '.repeat(gap)}${line}`;
      return line === '' ? '' : `${margin}${' '.repeat(gap + 1)}${line}`;
    });
  }

  /** Lines put in right behind the line on which a node ends. */
  private linesAfter(node: TreeNode, wanted: readonly string[], depth: number): Insertion {
    const leaf = lastLeaf(node);
    // A blank line behind a block scalar that keeps its line breaks would become part of it.
    const keeps = leaf.kind === 'scalar' && leaf.keepsBreaks;
    const lines = keeps && wanted[0] === '' ? wanted.slice(1) : wanted;
    const end = this.lastEnd(node);
    const eol = this.lineEndNear(end);
    const atLineStart = end > 0 && this.text[end - 1] === '\n';
    const lineBreak = atLineStart ? end - 1 : this.text.indexOf('\n', end);
    if (lineBreak === -1) return { offset: this.text.length, text: lines.map((line) => eol + line).join(''), depth };
    return { offset: lineBreak + 1, text: lines.map((line) => line + eol).join(''), depth };
  }

  /**
   * Comments right behind the last item that are indented this far belong to it: what is new comes behind them.
   * Outer insertions ask for less than inner ones, so that they never come to stand before them.
   */
  private behindComments(insertion: Insertion, least: number): Insertion {
    let { offset } = insertion;
    for (;;) {
      const end = this.text.indexOf('\n', offset);
      const line = end === -1 ? '' : this.text.slice(offset, end);
      const indent = line.length - line.trimStart().length;
      if (line[indent] !== '#' || indent < least) return { ...insertion, offset };
      offset = end + 1;
    }
  }

  /** Where a node's text ends; blank lines behind a block scalar are left to what follows, unless they belong to it. */
  private lastEnd(node: TreeNode): number {
    const leaf = lastLeaf(node);
    if (leaf.kind !== 'scalar' || !leaf.block || leaf.keepsBreaks) return node.end;
    let end = node.end;
    for (;;) {
      const blank = /\n(\r?\n)$/.exec(this.text.slice(Math.max(leaf.start, end - 3), end));
      if (!blank) return end;
      end -= (blank[1] as string).length;
    }
  }

  private isSpaced(list: ListNode, isTopLevel: boolean): boolean {
    const [before, last] = list.items.slice(-2);
    if (!before || !last) return isTopLevel;
    return this.hasBlankLine(this.lastEnd(before) - 1, last.start);
  }

  private hasBlankLine(from: number, to: number): boolean {
    return /\n[ \t]*\r?\n/.test(this.text.slice(from, to));
  }

  private lineEndNear(offset: number): string {
    const next = this.text.indexOf('\n', offset);
    const at = next === -1 ? this.text.lastIndexOf('\n') : next;
    return at > 0 && this.text[at - 1] === '\r' ? '\r\n' : '\n';
  }

  private column(offset: number): number {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return offset - start - (start === 0 && this.text.startsWith('\uFEFF') ? 1 : 0);
  }

  private listColumn(keyColumn: number): number {
    return keyColumn + (this.habits.flushLists ? 0 : this.habits.step);
  }

  /** Reads the indentation step off the first nested mapping, and off the first list whether lists are flush. */
  private readHabits(): Habits {
    let step = 2;
    let flushLists = false;
    const { root } = this.tree;
    if (root.kind !== 'map' || root.flow) return { step, flushLists };
    const nested = root.pairs.find(({ value }) => value.kind === 'map' && !value.flow)?.value;
    if (nested) step = Math.min(8, Math.max(1, this.column(nested.start) - this.column(root.start)));
    const list = root.pairs.find(({ value }) => value.kind === 'list' && !value.flow)?.value;
    if (list) flushLists = this.column(list.start) === this.column(root.start);
    return { step, flushLists };
  }
}

function lastLeaf(node: TreeNode): TreeNode {
  if (node.kind === 'map' && !node.flow) return lastLeaf((node.pairs.at(-1) as Pair).value);
  if (node.kind === 'list' && !node.flow) return lastLeaf(node.items.at(-1) as TreeNode);
  return node;
}
