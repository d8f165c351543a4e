import type { Kinds, Path } from '../change/change.ts';
import { hasHidden } from '../text/escape.ts';
import { inFlow } from './compose-in-flow.ts';
import type { Cut, Span } from './cut.ts';
import { without } from './cut.ts';
import { type Hand, PLAIN_HAND } from './hand.ts';
import { CannotInsert } from './insertion.ts';
import { ListStyles } from './list-style.ts';
import { type Located, nodeOf } from './locate.ts';
import { ON_ONE_LINE } from './record-style.ts';
import { scalarText } from './scalar-text.ts';
import type { SourceText } from './source-text.ts';
import type { Splice } from './splice.ts';
import type { ListNode, ScalarNode, Tree, TreeNode } from './tree.ts';
import { ownText } from './written.ts';

type Value = Kinds<'set'>['value'];

/**
 * Works out how a value is put in place of another: it reaches from its first to its last character, quotes included,
 * and a comment after it, or after its key, stays. The new value keeps the old one's quoting where it can.
 * @throws CannotInsert where the old value is a record
 */
export function replacement(source: SourceText, tree: Tree, { path, value, as }: Kinds<'set'>, located: Located): Cut {
  const replacer = new Replacer(source, new ListStyles(tree, source), path, located);
  return as === undefined ? replacer.with(value) : replacer.withKey(as, value);
}

class Replacer {
  private readonly source: SourceText;
  private readonly styles: ListStyles;
  private readonly located: Located;
  private readonly path: Path;
  private readonly node: TreeNode;
  private readonly isFlow: boolean;
  /** The key that the value is of, itself or through its list. */
  private readonly key: string;

  constructor(source: SourceText, styles: ListStyles, path: Path, located: Located) {
    this.source = source;
    this.styles = styles;
    this.located = located;
    this.path = path;
    this.node = nodeOf(located);
    this.isFlow = located.holder.flow;
    this.key = String(path.findLast((step) => typeof step === 'string'));
  }

  with(value: Value): Cut {
    const { node } = this;
    switch (node.kind) {
      case 'map':
        throw new CannotInsert('a record stands in its place');
      case 'alias':
        return this.over(node, this.onOneLine(value, null));
      case 'list':
        if (node.flow) return this.over(node, this.onOneLine(value, node));
        if (typeof value === 'string') return this.listGone(node, value);
        if (!Array.isArray(value)) throw new CannotInsert('a list stands in its place');
        return this.items(node, value);
      case 'scalar':
        if (node.value === null) return this.intoNull(node, value);
        return node.header === null ? this.scalar(node, value) : this.block(node, node.header, value);
    }
  }

  /** The same, with another name for the key; its quotes stay. */
  withKey(name: string, value: Value): Cut {
    const { splices, extents } = this.with(value);
    if (this.located.type !== 'pair') throw new CannotInsert('what is to have another name is no key');
    const { key, start: opening } = this.located.pair;
    const { text } = this.source;
    const start = opening + (/["']/.test(text.charAt(opening)) ? 1 : 0);
    const end = start + key.length;
    if (text.slice(start, end) !== key) throw new CannotInsert(`the key "${key}" is written in an unusual way`);
    return { splices: [{ start, end, text: name }, ...splices], extents: [{ start, end }, ...extents] };
  }

  private over({ start, end }: Span, text: string): Cut {
    return { splices: [{ start, end, text }], extents: [{ start, end }] };
  }

  private get isJson(): boolean {
    const { holder } = this.located;
    if (holder.kind === 'map') return holder.flow && this.styles.braces(holder).isJson;
    return holder.flow && holder.items.every(({ start }) => this.source.text[start] === '"');
  }

  /**
   * @param old what shows which quotes to keep; null for nothing
   * @param isPadded whether a blank stands within braces
   */
  private onOneLine(value: Value, old: TreeNode | null, hand: Hand = handLike(old), isPadded = false): string {
    const { key, isFlow, isJson } = this;
    if (typeof value !== 'string' || isJson) return inFlow(key, value, { ...ON_ONE_LINE, isJson, isPadded }, hand);
    const text = ownText(key, value, hand, isFlow);
    return text.includes('\n') ? scalarText(key, value, { always: true, mark: '"' }, isFlow) : text;
  }

  private scalar(node: ScalarNode, value: Value): Cut {
    const lines = typeof value === 'string' && node.style === 'plain' ? this.literal(value, node) : null;
    return lines === null ? this.over(node, this.onOneLine(value, node)) : this.over(node, lines);
  }

  /** Several lines as a block scalar, in place of plain text on its key's line; null where that cannot be. */
  private literal(value: string, node: ScalarNode): string | null {
    const { located, source } = this;
    if (this.isFlow || located.type !== 'pair' || !value.includes('\n')) return null;
    if (source.hasLineBreak(located.pair.keyEnd, node.start) || !/^[ \t]*\r?(?:\n|$)/.test(source.text.slice(node.end)))
      return null;
    const margin = ' '.repeat(source.column(located.holder.start) + 2);
    const block = blockOf(value);
    if (block === null) return null;
    const eol = source.lineEndNear(node.end);
    return [block.header, ...block.lines.map((line) => (line === '' ? '' : margin + line))].join(eol);
  }

  /** A block scalar: its indicators and its lines are two parts, and a comment may stand between. */
  private block(node: ScalarNode, header: Span, value: Value): Cut {
    const { source } = this;
    const start = source.nextLine(header.end);
    const end = Math.max(start, source.endOf(node));
    const extents = [header, { start, end }];
    const block = typeof value === 'string' && value.includes('\n') ? blockOf(value) : null;
    if (block === null) {
      const text = this.onOneLine(value, null);
      return { splices: [{ ...header, text }, ...(end > start ? [without(start, end)] : [])], extents };
    }
    const eol = source.lineEndNear(header.end);
    const margin = ' '.repeat(node.indent > 0 ? node.indent : source.column(this.located.holder.start) + 2);
    const lines = block.lines.map((line) => (line === '' ? '' : margin + line)).join(eol);
    const isLast = end === source.text.length && !source.text.endsWith('\n');
    const before = start === source.text.length && !source.text.endsWith('\n') ? eol : '';
    const body = `${before}${lines}${isLast ? '' : eol}`;
    return {
      splices: [
        { ...header, text: block.header },
        { start, end, text: body },
      ],
      extents,
    };
  }

  private intoNull(node: ScalarNode, value: Value): Cut {
    const { located, source } = this;
    // Where nothing shows how it is written, the records beside it do.
    const hand = located.type === 'pair' ? this.styles.handOf(located.holder, this.path.slice(0, -1)) : undefined;
    const text = this.onOneLine(value, null, hand, hand?.isPadded ?? false);
    if (node.style !== 'empty') return this.over(node, text);
    if (located.type === 'item')
      return { splices: [{ start: node.end, end: node.end, text: ` ${text}` }], extents: [] };
    const { pair, holder } = located;
    const put = (at: number, piece: string) => ({ splices: [{ start: at, end: at, text: piece }], extents: [] });
    if (pair.hasColon) return put(node.anchor?.end ?? pair.keyEnd, ` ${text}`);
    if (holder.flow) return put(pair.keyEnd, `: ${text}`);
    const margin = ' '.repeat(source.column(pair.opening));
    const eol = source.lineEndNear(pair.keyEnd);
    const at = source.nextLine(pair.keyEnd);
    const isOpen = at === source.text.length && !source.text.endsWith('\n');
    return put(at, isOpen ? `${eol}${margin}: ${text}` : `${margin}: ${text}${eol}`);
  }

  /** Items in place of others, in lines of their own. */
  private items(node: ListNode, values: readonly string[]): Cut {
    const { start, end } = this.itemsOf(node);
    const margin = ' '.repeat(this.source.column(start));
    const lines = values.map((value) => `- ${this.onOneLine(value, node)}`);
    return this.over({ start, end }, lines.join(this.source.lineEndNear(start) + margin));
  }

  /** From the first dash to the last item's end, without a line break. */
  private itemsOf(node: ListNode): Span {
    const { source } = this;
    const end = source.endOf(node);
    const lineBreak = /\r?\n$/.exec(source.text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0;
    return { start: node.dashes[0] ?? node.start, end: end - lineBreak };
  }

  /** A text on the key's line in place of items in lines of their own; a comment after the last item keeps its line. */
  private listGone(node: ListNode, value: string): Cut {
    const { located, source } = this;
    if (located.type !== 'pair') throw new CannotInsert('a list stands in its place');
    const text = this.onOneLine(value, node);
    const { start, end } = this.itemsOf(node);
    // After `: ` on its own line, the first dash is where the text goes.
    if (source.indentBefore(start) === null) return this.over({ start, end }, text);
    const at = node.anchor?.end ?? located.pair.keyEnd;
    const put: Splice = { start: at, end: at, text: ` ${text}` };
    const blanks = /^[ \t]*(?=#)/.exec(source.text.slice(end, source.nextLine(end)))?.[0];
    const gone =
      blanks === undefined
        ? without(source.lineStart(start), source.nextLine(end))
        : without(start, end + blanks.length);
    return { splices: [put, gone], extents: [{ start, end }] };
  }
}

/** A text of several lines as a literal block scalar (YAML 1.2, section 8.1.2); null where it cannot be one. */
function blockOf(value: string): { readonly header: string; readonly lines: readonly string[] } | null {
  const endsInBreak = value.endsWith('\n');
  const body = endsInBreak ? value.slice(0, -1) : value;
  if (hasHidden(value) || /\r/.test(value) || body.endsWith('\n') || /^\s/.test(body) || /[ \t]$/m.test(body))
    return null;
  return { header: endsInBreak ? '|' : '|-', lines: body.split('\n') };
}

/** A hand that quotes as an old value does, or the first item of a list. */
function handLike(old: TreeNode | null): Hand {
  const shown = old?.kind === 'list' ? old.items[0] : old;
  const style = shown?.kind === 'scalar' ? shown.style : 'plain';
  const always = style === 'double' || style === 'single';
  return { ...PLAIN_HAND, quoting: () => ({ always, mark: style === 'single' ? "'" : '"' }) };
}
