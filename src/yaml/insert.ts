import { type KeyPath, type Kinds, type Path, partsOf, type WrittenRecord } from '../change/change.ts';
import { defined } from '../text/defined.ts';
import { lineIndex } from '../text/line-index.ts';
import { fieldLines, itemLines, itemText, recordLines } from './compose.ts';
import { betweenBrackets, bracedLines, inPair, recordsInBrackets, textInFlow } from './compose-in-flow.ts';
import { appendInFlow } from './insert-in-flow.ts';
import { CannotInsert, type Insertion } from './insertion.ts';
import { ListStyles } from './list-style.ts';
import { type ListStyle, ON_ONE_LINE } from './record-style.ts';
import { SourceText } from './source-text.ts';
import type { Splice } from './splice.ts';
import { type ListNode, lastLeaf, type MapNode, type Pair, type Tree, type TreeNode } from './tree.ts';

/**
 * Works out what to insert, and where, so that what is appended stands in the text. Follows the habits of the file, its
 * nearest neighbour first: indentation, blank lines, line ends, brackets and braces.
 * @returns splices that only insert, in the order of the text
 * @throws CannotInsert where a list cannot be extended by insertion alone
 */
export function insertionsFor(text: string, tree: Tree, changes: readonly Kinds<'append' | 'set'>[]): Splice[] {
  const groups = new Map<string, { path: KeyPath; items: (WrittenRecord | string)[] }>();
  const missing = new Map<string, { path: Path; values: Record<string, Value> }>();
  for (const change of changes) {
    if (change.kind === 'set') {
      const { holder, key } = partsOf(change.path);
      const name = JSON.stringify(holder);
      const record = missing.get(name) ?? { path: holder, values: {} };
      record.values[key] = change.value;
      missing.set(name, record);
      continue;
    }
    const { path, item } = change;
    const key = JSON.stringify(path);
    const group = groups.get(key) ?? { path, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  const inserter = new Inserter(text, tree);
  const insertions = [
    ...[...groups.values()].flatMap(({ path, items }) => {
      const records = items.filter((item) => typeof item !== 'string');
      return records.length > 0 ? inserter.extend(path, records) : inserter.extendTexts(path, items.map(String));
    }),
    ...[...missing.values()].flatMap(({ path, values }) => inserter.newKeys(path, values)),
  ];
  insertions.sort((a, b) => a.offset - b.offset || b.depth - a.depth);
  return insertions.map(({ offset, text: piece }) => ({ start: offset, end: offset, text: piece }));
}

type Value = Kinds<'set'>['value'];

class Inserter {
  private readonly tree: Tree;
  private readonly source: SourceText;
  private readonly styles: ListStyles;

  constructor(text: string, tree: Tree) {
    this.tree = tree;
    this.source = new SourceText(text);
    this.styles = new ListStyles(tree, this.source);
  }

  extend(path: KeyPath, items: readonly WrittenRecord[]): Insertion[] {
    const { holder, key } = partsOf(path);
    const parent = this.find(holder);
    if (parent.kind !== 'map') throw new CannotInsert('what holds the list is no mapping');
    const pair = parent.pairs.find((candidate) => candidate.key === key);
    if (!pair) return this.newKey(parent, path, items);
    const { value } = pair;
    this.refuseShared(value);
    if (value.kind === 'list') {
      if (value.items.length === 0) return this.intoEmpty(value, parent, pair, path, items);
      const style = this.styles.of(value, parent);
      if (!value.flow) return [this.intoBlock(value, style, items, path)];
      const braces = style.braces ?? ON_ONE_LINE;
      return appendInFlow(this.source, value, items, path.length, braces, this.styles.hand(path));
    }
    if (value.kind === 'scalar' && value.value === null) return this.intoNull(parent, pair, path, items);
    throw new CannotInsert(`"${key}" is no list`);
  }

  /** The same for a list of texts. */
  extendTexts(path: KeyPath, items: readonly string[]): Insertion[] {
    const { holder, key } = partsOf(path);
    const parent = this.find(holder);
    if (parent.kind !== 'map') throw new CannotInsert('what holds the list is no mapping');
    const value = parent.pairs.find((candidate) => candidate.key === key)?.value;
    if (value === undefined) return this.newKeys(holder, { [key]: items });
    this.refuseShared(value);
    if (value.kind !== 'list') throw new CannotInsert(`"${key}" is no list`);
    const hand = this.styles.handOf(parent, holder);
    if (value.flow) {
      const braces = { ...ON_ONE_LINE, isJson: parent.flow && this.styles.braces(parent).isJson };
      const texts = items.map((item) => textInFlow(key, item, braces, hand));
      return appendInFlow(this.source, value, texts, path.length);
    }
    const column = this.source.column(value.start);
    const [item, dash = column] = [value.items.at(-1), value.dashes.at(-1)];
    const gap = item ? Math.max(1, item.start - dash - 1) : 1;
    const lines = items.map((one) => `${' '.repeat(column)}-${' '.repeat(gap)}${itemText(key, one, hand)}`);
    return [this.afterComments(this.linesAfter(value, lines, path.length), column + 1)];
  }

  /** Keys that a record does not have yet, after its last one. */
  newKeys(path: Path, values: Readonly<Record<string, Value>>): Insertion[] {
    const record = this.find(path);
    if (record.kind !== 'map') throw new CannotInsert('what holds the key is no mapping');
    const depth = path.length;
    const braces = this.styles.braces(record);
    const hand = this.styles.handOf(record, path);
    if (record.flow) {
      const pairs = Object.entries(values).map(([key, value]) => inPair(key, value, braces, hand));
      return appendInFlow(this.source, record, pairs, depth);
    }
    const column = this.source.column(record.start);
    const margin = ' '.repeat(column);
    const lines = fieldLines(values, hand, hand.isPadded ?? false);
    // Comments that are indented further than the record's keys belong to the last of these.
    const insertion = this.linesAfter(
      record,
      lines.map((line) => (line === '' ? line : margin + line)),
      depth,
    );
    return [this.afterComments(insertion, column + 1)];
  }

  private find(path: Path): TreeNode {
    let node = this.tree.root;
    for (const step of path) {
      this.refuseShared(node);
      const next =
        node.kind === 'map'
          ? node.pairs.find(({ key }) => key === step)?.value
          : node.kind === 'list'
            ? node.items[Number(step)]
            : undefined;
      if (!next) throw new Error(`there is nothing at ${path.join('/')}`);
      node = next;
    }
    this.refuseShared(node);
    return node;
  }

  /** What an alias stands for is there twice: an addition would change both. */
  private refuseShared(node: TreeNode): void {
    if (node.kind === 'alias') {
      throw new CannotInsert(`an alias stands in its place in line ${this.line(node.start)}; write it out there first`);
    }
    const alias = this.tree.aliases.get(node);
    if (alias === undefined) return;
    throw new CannotInsert(
      `the alias in line ${this.line(alias)} stands for what is in line ${this.line(node.start)}, and would change with it`,
    );
  }

  private line(offset: number): number {
    return lineIndex(this.source.text)(offset).line;
  }

  private intoBlock(list: ListNode, style: ListStyle, items: readonly WrittenRecord[], path: KeyPath): Insertion {
    const column = this.source.column(list.start);
    const last = defined(list.items.at(-1));
    const isSpaced = this.isSpaced(list, path.length === 1);
    const lines = items.flatMap((item) => [...(isSpaced ? [''] : []), ...this.itemLines(item, column, style, path)]);
    // A comment at the column of a flush list may be about the next key.
    const least = style.indent === 0 ? column + 1 : column;
    return this.afterComments(this.linesAfter(last, lines, path.length), least);
  }

  /** A missing key goes after the last one of its record. */
  private newKey(parent: MapNode, path: KeyPath, items: readonly WrittenRecord[]): Insertion[] {
    const { holder, key } = partsOf(path);
    const depth = path.length - 1;
    if (parent.flow) {
      const { keyQuote } = this.styles.handOf(parent, holder);
      const written = `${keyQuote}${key}${keyQuote}: ${this.inBrackets(parent, path, items)}`;
      return appendInFlow(this.source, parent, [written], depth);
    }
    const isTopLevel = depth === 0;
    const isSpaced = isTopLevel && this.source.hasBlankLine(parent.start, parent.end);
    const lines = [...(isSpaced ? [''] : []), ...this.keyLines(parent, path, items)];
    const insertion = this.linesAfter(parent, lines, depth);
    return [isTopLevel ? this.afterComments(insertion, 1) : insertion];
  }

  /**
   * An empty list in brackets is turned into a comment where the file writes its lists in lines: brackets that stay
   * would hold all that is added to them in braces.
   */
  private intoEmpty(
    list: ListNode,
    parent: MapNode,
    pair: Pair,
    path: KeyPath,
    items: readonly WrittenRecord[],
  ): Insertion[] {
    const style = parent.flow ? this.styles.inBraces(path, parent) : { ...this.styles.forNew(path), lines: null };
    const isSingle = !this.source.hasLineBreak(list.start, list.end);
    if (style.indent !== null && isSingle) return this.intoNull(parent, pair, path, items);
    const hand = this.styles.hand(path);
    const margin = this.source.indentBefore(list.end - 1);
    if (!isSingle && margin !== null) {
      const braces = { ...(style.braces ?? ON_ONE_LINE), isPadded: hand.isPadded ?? false, margins: null };
      const eol = this.source.lineEndNear(list.start);
      const lines = items.map((item) => `${margin}  ${bracedLines(item, braces, hand).join('')}`);
      return [{ offset: this.source.lineStart(list.end - 1), text: lines.join(`,${eol}`) + eol, depth: path.length }];
    }
    const between = betweenBrackets(items, style, hand, style.lines);
    const isPadded = style.lines === null && this.source.isPadded(list.start);
    const text = isPadded ? ` ${between.trim()}` : between;
    return [{ offset: list.start + 1, text, depth: path.length }];
  }

  /** A new list as it stands in a record in braces. */
  private inBrackets(parent: MapNode, path: KeyPath, items: readonly WrittenRecord[]): string {
    const style = this.styles.inBraces(path, parent);
    return recordsInBrackets(items, style, this.styles.hand(path), style.lines);
  }

  /** A key without a value gets its list; an explicit null is turned into a comment first. */
  private intoNull(parent: MapNode, pair: Pair, path: KeyPath, items: readonly WrittenRecord[]): Insertion[] {
    const { value } = pair;
    const depth = path.length;
    const isEmpty = value.start === value.end;
    if (parent.flow) {
      if (!isEmpty) throw new CannotInsert(`"${pair.key}" is null in a mapping in braces; delete the null first`);
      const colon = pair.hasColon ? '' : ':';
      return [{ offset: value.end, text: `${colon} ${this.inBrackets(parent, path, items)}`, depth }];
    }
    const column = this.source.column(parent.start);
    const [first = '', ...rest] = this.keyLines(parent, path, items);
    const margin = ' '.repeat(column);
    if (rest.length === 0) {
      // The neighbours' lists stand in brackets, and so does this one, on the line of its key.
      const list = first.slice(first.indexOf(':') + 1);
      const comment = isEmpty ? '' : ' # ';
      const at = isEmpty ? value.end : value.start;
      if (pair.hasColon) return [{ offset: at, text: isEmpty ? list : `${list.trimStart()}${comment}`, depth }];
      return [this.linesAfter(value, [`${margin}:${list}`], depth)];
    }
    const lines = pair.hasColon ? rest : [`${margin}:`, ...rest];
    const comment = isEmpty ? [] : [{ offset: value.start, text: '# ', depth }];
    return [...comment, this.linesAfter(value, lines, depth)];
  }

  /** A key with its list, as the lists beside it are written. */
  private keyLines(parent: MapNode, path: KeyPath, items: readonly WrittenRecord[]): string[] {
    const { key } = partsOf(path);
    const column = this.source.column(parent.start);
    const style = this.styles.forNew(path);
    const margin = ' '.repeat(column);
    const hand = this.styles.handOf(parent, partsOf(path).holder);
    if (style.indent === null) return recordLines({ [key]: items }, () => style, hand).map((line) => margin + line);
    const isSpaced = path.length === 1;
    const list = items.flatMap((item, index) => [
      ...(isSpaced && index > 0 ? [''] : []),
      ...this.itemLines(item, column + (style.indent ?? 0), style, path),
    ]);
    return [`${margin}${hand.keyQuote}${key}${hand.keyQuote}:`, ...list];
  }

  private itemLines(item: WrittenRecord, column: number, style: ListStyle, path: KeyPath): string[] {
    return itemLines(item, column, style, (key) => this.styles.within(path, key), this.styles.hand(path));
  }

  /** Lines put in right after the line on which a node ends. */
  private linesAfter(node: TreeNode, wanted: readonly string[], depth: number): Insertion {
    const leaf = lastLeaf(node);
    // A blank line after a block scalar that keeps its line breaks would become part of it.
    const keeps = leaf.kind === 'scalar' && leaf.keepsBreaks;
    const lines = keeps && wanted[0] === '' ? wanted.slice(1) : wanted;
    const { text } = this.source;
    const end = this.source.endOf(node);
    const eol = this.source.lineEndNear(end);
    const atLineStart = end > 0 && text[end - 1] === '\n';
    const offset = atLineStart ? end : this.source.nextLine(end);
    if (offset === text.length && !text.endsWith('\n')) {
      return { offset, text: lines.map((line) => eol + line).join(''), depth };
    }
    return { offset, text: lines.map((line) => line + eol).join(''), depth };
  }

  /**
   * Comments right after the last item that are indented this far belong to it: what is new comes after them.
   * Outer insertions ask for less than inner ones, so that they never come to stand before them.
   */
  private afterComments(insertion: Insertion, least: number): Insertion {
    return { ...insertion, offset: this.source.afterComments(insertion.offset, least) };
  }

  private isSpaced(list: ListNode, isTopLevel: boolean): boolean {
    const [before, last] = list.items.slice(-2);
    if (!before || !last) return isTopLevel;
    return this.source.hasBlankLine(this.source.endOf(before) - 1, last.start);
  }
}
