import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import { defined } from '../text/defined.ts';
import { isNull, offsetOf, type Scan, scan } from './scan.ts';

/** A node of a ledger's text with both its ends, for editing. Offsets are UTF-16 units; `end` is exclusive. */
export type TreeNode = ScalarNode | AliasNode | ListNode | MapNode;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Anchorable {
  /** The `&name` before it, or null. */
  readonly anchor: Span | null;
}

/** How a scalar is written; `empty` where nothing is. */
export type ScalarStyle = 'empty' | 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends Span, Anchorable {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The decoded text; null for YAML's null. */
  readonly value: string | null;
  /** A block scalar ends where the next line starts. */
  readonly block: boolean;
  /** Of a block scalar: its indicators, `|` or `>` and what stands right after. Its own span is its lines. */
  readonly header: Span | null;
  /** Of a block scalar: by how many columns its lines are indented. */
  readonly indent: number;
  /** Whether the line breaks after its last line belong to it. */
  readonly keepsBreaks: boolean;
}

interface AliasNode extends Span, Anchorable {
  readonly kind: 'alias';
  readonly target: number;
}

export interface ListNode extends Span, Anchorable {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly TreeNode[];
  /** Where the dash of each item stands; empty for a list in brackets. */
  readonly dashes: readonly number[];
}

export interface MapNode extends Span, Anchorable {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: string;
  /** Where the key stands. */
  readonly start: number;
  /** Where the pair begins: at a `?` or the key's anchor, if it has one. */
  readonly opening: number;
  /** The offset after its colon; after the key where there is no colon. */
  readonly keyEnd: number;
  /** Whether a colon stands after the key; one that only `?` introduces may have none. */
  readonly hasColon: boolean;
  readonly value: TreeNode;
}

export interface Tree {
  readonly root: TreeNode;
  /** Nodes that aliases stand for, by their event's index. */
  readonly anchored: ReadonlyMap<number, TreeNode>;
  /** For each of these nodes, where an alias of it stands. */
  readonly aliases: ReadonlyMap<TreeNode, number>;
}

/** Builds the tree of a text that was scanned without fault. */
export function treeOf(scanned: Scan): Tree {
  const builder = new Builder(scanned);
  const root = builder.node();
  const { anchored } = builder;
  const offsets = [...scanned.targets].map(
    ([alias, target]) => [defined(anchored.get(target)), offsetOf(defined(scanned.events[alias]))] as const,
  );
  return { root, anchored, aliases: new Map(offsets) };
}

/** The node that stands last in a node's text: itself, unless it is a collection without brackets. */
export function lastLeaf(node: TreeNode): TreeNode {
  if (node.kind === 'map' && !node.flow) return lastLeaf(defined(node.pairs.at(-1)).value);
  if (node.kind === 'list' && !node.flow) return lastLeaf(defined(node.items.at(-1)));
  return node;
}

/** The offset after white space and comments. */
export function trivia(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/[ \t\r\n]/.test(text[at] ?? '')) at++;
    if (text[at] !== '#' || (at > 0 && !/\s/.test(text.charAt(at - 1)))) return at;
    const end = text.indexOf('\n', at);
    at = end === -1 ? text.length : end;
  }
}

/** Whether a text's outermost mapping has a key; not where the text cannot be parsed. */
export function hasTopLevelKey(text: string, key: string): boolean {
  const scanned = scan(text);
  if (scanned.events.length === 0 || scanned.faults.length > 0) return false;
  const { root } = treeOf(scanned);
  return root.kind === 'map' && root.pairs.some((pair) => pair.key === key);
}

const STYLES: Readonly<Record<(typeof SCALAR_STYLE)[keyof typeof SCALAR_STYLE], ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

const anchorOf = ({ anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number }) =>
  anchorStart === -1 ? null : { start: anchorStart - 1, end: anchorEnd };

class Builder {
  readonly anchored = new Map<number, TreeNode>();
  private readonly text: string;
  private readonly scanned: Scan;
  private readonly wanted: ReadonlySet<number>;
  private at = 1;
  /** The offset after the last token that was passed. */
  private end = 0;

  constructor(scanned: Scan) {
    this.scanned = scanned;
    this.text = scanned.text;
    this.wanted = new Set(scanned.targets.values());
  }

  node(): TreeNode {
    const index = this.at++;
    const event = defined(this.scanned.events[index]);
    const node = this.build(event, index);
    this.end = node.end;
    if (this.wanted.has(index)) this.anchored.set(index, node);
    return node;
  }

  private build(event: Event, index: number): TreeNode {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event);
      case EVENT_ID.ALIAS:
        return {
          kind: 'alias',
          start: offsetOf(event),
          end: event.anchorEnd,
          anchor: null,
          target: defined(this.scanned.targets.get(index)),
        };
      case EVENT_ID.SEQUENCE:
        return this.list(event.start, event.style === COLLECTION_STYLE.FLOW, anchorOf(event));
      case EVENT_ID.MAPPING:
        return this.map(event.start, event.style === COLLECTION_STYLE.FLOW, anchorOf(event));
      default:
        throw new Error(`a node was due at event ${index}`);
    }
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const anchor = anchorOf(event);
    const value = isNull(this.text, event) ? null : getScalarValue(this.text, event);
    const style = STYLES[event.style];
    const block = style === 'literal' || style === 'folded';
    const keepsBreaks = block && event.chomping === CHOMPING_MODE.KEEP;
    const indent = block ? event.indent : 0;
    const common = { kind: 'scalar', anchor, value, block, keepsBreaks, indent } as const;
    if (event.valueStart === -1) {
      const end = Math.max(this.end, event.anchorEnd);
      return { ...common, start: end, end, style: 'empty', header: null };
    }
    const start = offsetOf(event);
    const end = event.valueEnd + (start < event.valueStart ? 1 : 0);
    return { ...common, start, end, style, header: block ? this.header(anchor) : null };
  }

  /** The indicators of the block scalar that comes next. */
  private header(anchor: Span | null): Span {
    const start = trivia(this.text, anchor?.end ?? this.end);
    const [indicators = ''] = /^[|>][-+0-9]*/.exec(this.text.slice(start, start + 4)) ?? [];
    return { start, end: start + indicators.length };
  }

  private list(start: number, flow: boolean, anchor: Span | null): ListNode {
    const items: TreeNode[] = [];
    const dashes: number[] = [];
    this.end = flow ? start + 1 : start;
    while (!this.closes()) {
      if (!flow) {
        this.pass('-');
        dashes.push(this.end - 1);
      }
      items.push(this.node());
    }
    return { kind: 'list', flow, start, end: flow ? this.closing(']') : this.end, anchor, items, dashes };
  }

  private map(start: number, flow: boolean, anchor: Span | null): MapNode {
    const pairs: Pair[] = [];
    const first = this.scanned.events[this.at];
    const braced = flow && this.text[start] === '{' && !(first?.type === EVENT_ID.MAPPING && first.start === start);
    this.end = braced ? start + 1 : start;
    while (!this.closes()) {
      if (flow) this.pass(',');
      const question = this.pass('?', true) ? this.end - 1 : null;
      const key = this.node();
      const opening = question ?? key.anchor?.start ?? key.start;
      const hasColon = this.pass(':');
      const keyEnd = this.end;
      const value = this.node();
      const name = key.kind === 'scalar' ? (key.value ?? '') : '';
      pairs.push({ key: name, start: key.start, opening, keyEnd, hasColon, value });
    }
    return { kind: 'map', flow, start, end: braced ? this.closing('}') : this.end, anchor, pairs };
  }

  private closes(): boolean {
    if (this.scanned.events[this.at]?.type !== EVENT_ID.POP) return false;
    this.at++;
    return true;
  }

  /** Moves after an indicator if it comes next. */
  private pass(indicator: string, beforeBlank = false): boolean {
    const at = trivia(this.text, this.end);
    if (this.text[at] !== indicator) return false;
    if (beforeBlank && !/\s/.test(this.text[at + 1] ?? ' ')) return false;
    this.end = at + 1;
    return true;
  }

  private closing(bracket: string): number {
    let at = trivia(this.text, this.end);
    while (this.text[at] === ',') at = trivia(this.text, at + 1);
    if (this.text[at] !== bracket) throw new Error(`"${bracket}" was due at offset ${at}`);
    return at + 1;
  }
}
