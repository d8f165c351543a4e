import { type KeyPath, type Path, partsOf } from '../change/change.ts';
import { defined } from '../text/defined.ts';
import { Habits } from './habits.ts';
import { Neighbours } from './neighbours.ts';
import { type Braces, type ItemLines, type ListStyle, ON_ONE_LINE } from './record-style.ts';
import type { SourceText } from './source-text.ts';
import type { ListNode, MapNode, Tree, TreeNode } from './tree.ts';

/** How the lists of a file are written, for new ones to follow: like their nearest neighbour of the same key. */
export class ListStyles {
  private readonly tree: Tree;
  private readonly source: SourceText;
  private readonly neighbours: Neighbours;

  constructor(tree: Tree, source: SourceText) {
    this.tree = tree;
    this.source = source;
    this.neighbours = new Neighbours(tree);
  }

  /** How a new record of the list at a path is written. */
  hand(path: KeyPath): Habits {
    return new Habits(this.source, this.neighbours.alike(path), this.neighbours.around(path), (key) =>
      this.hand([...path, Number.POSITIVE_INFINITY, key]),
    );
  }

  /** How a new key is written in a record that is there. */
  handOf(record: MapNode, path: Path): Habits {
    const list = path.slice(0, -1);
    const at = path.at(-1);
    const alike = isKeyPath(list) && typeof at === 'number' ? this.neighbours.beside(list, at) : [record];
    const around = isKeyPath(list) ? this.neighbours.around(list) : [];
    return new Habits(this.source, alike, around, (key) => this.hand([...path, key]));
  }

  /** The style of a list that is there and holds something. */
  of(list: ListNode, parent: MapNode): ListStyle {
    const last = list.items.at(-1);
    const braces = last?.kind === 'map' && last.flow ? this.braces(last) : null;
    if (list.flow)
      return { indent: null, gap: 1, braces: braces ?? ON_ONE_LINE, isPadded: this.source.isPadded(list.start) };
    const column = this.source.column(list.start);
    return { indent: column - this.source.column(parent.start), gap: this.gap(defined(last), column), braces };
  }

  /** The style for a list that is not there yet, or holds nothing; margins are its neighbour's own affair. */
  forNew(path: KeyPath): ListStyle {
    const style = this.likeNeighbour(path) ?? this.likeFile(path);
    return style.braces ? { ...style, braces: { ...style.braces, margins: null } } : style;
  }

  /** The style for a new list in a record in braces: like those beside it, else like the record. */
  inBraces(path: KeyPath, parent: MapNode): ListStyle & { readonly lines: ItemLines | null } {
    const { holder, key } = partsOf(path);
    const own = this.braces(parent);
    const beside = (holder.length === 0 ? listsOf(parent) : this.neighbours.listsBeside(path)).filter(
      ({ list }) => list.flow,
    );
    const model = beside.find((one) => one.holder.flow) ?? beside[0];
    const style = model && this.of(model.list, model.holder);
    const isOnLines = model ? this.source.indentBefore(defined(model.list.items[0]).start) !== null : true;
    const margin = isOnLines && own.margins ? own.margins.keys : null;
    const step = own.margins?.keys.slice(own.margins.close.length) || '  ';
    const isSplit = margin !== null && (style?.braces?.margins !== null || !style);
    return {
      indent: null,
      gap: 1,
      braces: {
        isJson: own.isJson,
        isPadded: style?.braces?.isPadded ?? (own.margins ? (this.hand(path).isPadded ?? false) : own.isPadded),
        margins: isSplit ? { keys: margin + step + step, close: margin + step } : null,
      },
      isPadded: style?.isPadded ?? this.handOf(parent, holder).texts(key).isPadded,
      lines:
        margin === null ? null : { eol: this.source.lineEndNear(parent.start), item: margin + step, close: margin },
    };
  }

  /** The style for a list within a new record: that of the records beside it. */
  within(list: KeyPath, key: string): ListStyle {
    return this.forNew([...list, Number.POSITIVE_INFINITY, key]);
  }

  /** Braces like those of a record that is there already. */
  braces(map: MapNode): Braces {
    const [first] = map.pairs;
    if (!first) return ON_ONE_LINE;
    const isJson = this.isJson(map);
    const keys = this.source.indentBefore(first.start);
    const close = this.source.indentBefore(map.end - 1);
    const isOnLines = keys !== null && close !== null && this.source.hasLineBreak(map.start, first.start);
    const isPadded = this.source.isPadded(map.start);
    return { isJson, isPadded, margins: isOnLines ? { keys, close } : null };
  }

  /** Like the same list of a record beside the one at `path` that is written in lines; the nearest one before it first. */
  private likeNeighbour(path: KeyPath): ListStyle | null {
    const model = this.neighbours.listsBeside(path).find(({ holder }) => !holder.flow);
    return model ? this.of(model.list, model.holder) : null;
  }

  /** Like the file's list that holds the record, else like its first one, else indented by the file's step. */
  private likeFile(path: KeyPath): ListStyle {
    const { root } = this.tree;
    const isPadded = this.hand(path).isPadded ?? false;
    const anchors = path.at(-1) === 'anchors' ? { ...ON_ONE_LINE, isPadded } : null;
    if (root.kind !== 'map') return { indent: 2, gap: 1, braces: anchors };
    const lists = root.pairs.flatMap(({ key, value }) =>
      value.kind === 'list' && !value.flow ? [{ key, value }] : [],
    );
    const model = (lists.find(({ key }) => key === path[0]) ?? lists[0])?.value;
    if (!model) return { indent: this.step(root), gap: 1, braces: anchors };
    const style = this.of(model, root);
    return path.length === 1 ? style : { ...style, braces: anchors };
  }

  /** By how much the file indents a mapping within another. */
  private step(root: MapNode): number {
    const nested = root.pairs.find(({ value }) => value.kind === 'map' && !value.flow)?.value;
    return nested ? Math.max(1, this.source.column(nested.start) - this.source.column(root.start)) : 2;
  }

  private gap(item: TreeNode, column: number): number {
    const dash = this.source.lineStart(item.start) + column;
    return /^-( +)$/.exec(this.source.text.slice(dash, item.start))?.[1]?.length ?? 1;
  }

  /** Whether a mapping is JSON, or would be but for comments and commas at ends. */
  private isJson(map: MapNode): boolean {
    const isIn = (node: TreeNode): boolean => {
      if (node.kind === 'map')
        return node.flow && node.pairs.every(({ start, value: inner }) => isText(start) && isIn(inner));
      if (node.kind === 'list') return node.flow && node.items.every((item) => isIn(item));
      if (node.kind === 'alias' || node.block) return false;
      const plain = this.source.text.slice(node.start, node.end);
      return isText(node.start) || /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(plain);
    };
    const isText = (start: number) => this.source.text[start] === '"';
    return isIn(map);
  }
}

const isKeyPath = (path: Path): path is KeyPath => typeof path.at(-1) === 'string';

/** The lists of records that a file in braces has. */
const listsOf = (holder: MapNode): { list: ListNode; holder: MapNode }[] =>
  holder.pairs.flatMap(({ key, value }) =>
    !key.startsWith('x-') && value.kind === 'list' && value.items.some(({ kind }) => kind === 'map')
      ? [{ list: value, holder }]
      : [],
  );
