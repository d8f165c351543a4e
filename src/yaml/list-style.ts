import { type KeyPath, type Path, partsOf } from '../change/change.ts';
import type { SourceText } from './source-text.ts';
import type { ListNode, MapNode, Tree, TreeNode } from './tree.ts';

/** How a list of records is written. */
export interface ListStyle {
  /** Columns from the list's key to its dashes; null for a list in brackets. */
  readonly indent: number | null;
  /** Blanks between a dash and what follows. */
  readonly gap: number;
  /** How the items are written; null for lines of their own. */
  readonly braces: Braces | null;
}

/** How a record in braces is written. */
export interface Braces {
  /** Keys and texts in double quotes, as JSON has it. */
  readonly isJson: boolean;
  /** Whether a blank stands within the braces of one line. */
  readonly isPadded: boolean;
  /** What stands in front of keys, and of the closing brace, on lines of their own; null for all on one line. */
  readonly margins: { readonly keys: string; readonly close: string } | null;
}

export const ON_ONE_LINE: Braces = { isJson: false, isPadded: false, margins: null };

/** Whether a node is more than a null, which is no model for what is to be written. */
const isThere = (node: TreeNode) => node.kind !== 'scalar' || node.value !== null;

/** How the lists of a file are written, for new ones to follow: like their nearest neighbour of the same key. */
export class ListStyles {
  private readonly tree: Tree;
  private readonly source: SourceText;

  constructor(tree: Tree, source: SourceText) {
    this.tree = tree;
    this.source = source;
  }

  /** The style of a list that is there; one that is empty follows the braces it stands in. */
  of(list: ListNode, parent: MapNode): ListStyle {
    const last = list.items.at(-1);
    if (!last)
      return { indent: null, gap: 1, braces: { ...ON_ONE_LINE, isJson: this.braces(parent).isJson && parent.flow } };
    const braces = last.kind === 'map' && last.flow ? this.braces(last) : null;
    if (list.flow) return { indent: null, gap: 1, braces: braces ?? ON_ONE_LINE };
    const column = this.source.column(list.start);
    return { indent: column - this.source.column(parent.start), gap: this.gap(last, column), braces };
  }

  /** The style for a list that is not there yet, or holds nothing; margins are its neighbour's own affair. */
  forNew(path: KeyPath): ListStyle {
    const style = this.likeNeighbour(path) ?? this.likeFile(path);
    return style.braces ? { ...style, braces: { ...style.braces, margins: null } } : style;
  }

  /** The style for a list within a new record: that of the records beside it. */
  within(list: KeyPath, key: string): ListStyle {
    return this.forNew([...list, Number.POSITIVE_INFINITY, key]);
  }

  /** Braces like those of a record that is there already. */
  braces(map: MapNode): Braces {
    const [first] = map.pairs;
    if (!first) return ON_ONE_LINE;
    const isJson = map.pairs.every(({ start }) => this.source.text[start] === '"');
    const keys = this.source.indentBefore(first.start);
    const close = this.source.indentBefore(map.end - 1);
    const isOnLines = keys !== null && close !== null && this.source.hasLineBreak(map.start, first.start);
    const isPadded = this.source.text[map.start + 1] === ' ';
    return { isJson, isPadded, margins: isOnLines ? { keys, close } : null };
  }

  /** Records beside the one at `path` that have the same list, in lines of their own; the nearest one before it first. */
  private likeNeighbour(path: KeyPath): ListStyle | null {
    const { holder, key } = partsOf(path);
    const at = holder.at(-1);
    if (typeof at !== 'number') return null;
    const siblings = this.nodeAt(holder.slice(0, -1));
    if (siblings?.kind !== 'list') return null;
    const before = siblings.items.slice(0, at).reverse();
    for (const sibling of [...before, ...siblings.items.slice(at + 1)]) {
      if (sibling.kind !== 'map' || sibling.flow) continue;
      const list = sibling.pairs.find((pair) => pair.key === key)?.value;
      if (list?.kind === 'list' && list.items.some(isThere)) return this.of(list, sibling);
    }
    return null;
  }

  /** Like the file's list that holds the record, else like its first one, else indented by the file's step. */
  private likeFile(path: KeyPath): ListStyle {
    const { root } = this.tree;
    const anchors = path.at(-1) === 'anchors' ? ON_ONE_LINE : null;
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
    if (item.kind !== 'map' || item.flow) return 1;
    const dash = this.source.text.lastIndexOf('-', item.start - 1);
    if (this.source.hasLineBreak(dash, item.start)) return 1;
    return Math.max(1, this.source.column(item.start) - column - 1);
  }

  private nodeAt(path: Path): TreeNode | undefined {
    let node: TreeNode | undefined = this.tree.root;
    for (const step of path) {
      if (node?.kind === 'map') node = node.pairs.find(({ key }) => key === step)?.value;
      else if (node?.kind === 'list') node = node.items[Number(step)];
      else return undefined;
    }
    return node;
  }
}
