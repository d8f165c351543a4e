import { type KeyPath, type Path, partsOf } from '../change/change.ts';
import type { ListNode, MapNode, Tree, TreeNode } from './tree.ts';

/** How many records on either side of one are looked at for a list like one of its own; `excerptFor` keeps as many. */
const REACH = 3;

/** Finds the records that show how one beside them is to be written. All that it looks at is in an excerpt too. */
export class Neighbours {
  private readonly root: TreeNode;

  constructor(tree: Tree) {
    this.root = tree.root;
  }

  /** Records of the list at a path and of the lists of the same key in the records beside it, the nearest first. */
  alike(path: KeyPath): MapNode[] {
    const own = mapsOf(this.nodeAt(path)).reverse();
    if (path.length === 1) return [...new Set([...own.slice(0, 2), ...own.slice(-1)])];
    const others = this.listsBeside(path).flatMap(({ list }) => mapsOf(list).reverse());
    return [...new Set([...own, ...others])];
  }

  /** Records of the list at a path alone, the nearest to the one at a position first. */
  beside(list: KeyPath, at: number): MapNode[] {
    const node = this.nodeAt(list);
    if (node?.kind !== 'list') return [];
    return list.length === 1
      ? mapsAt(node, [at, at - 1, at + 1])
      : [...new Set([...mapsAt(node, [at]), ...mapsOf(node).reverse()])];
  }

  /** Records of other kinds: the one that holds the list at a path, or the other list's, and the article. */
  around(path: KeyPath): MapNode[] {
    const [name] = path;
    const article = this.nodeAt(['article']);
    const parent = path.length > 2 ? this.nodeAt(partsOf(path).holder) : undefined;
    const others = ['claims', 'events'].filter((other) => other !== name);
    const lists = name === 'article' ? [] : path.length === 1 ? others : [String(name), ...others];
    const records = isFilled(parent) ? [parent] : lists.flatMap((list) => this.alike([list]));
    return [...records, ...(isFilled(article) ? [article] : [])];
  }

  /** Lists under the same key in the records beside the one that holds the list at a path, the nearest first. */
  listsBeside(path: KeyPath): { list: ListNode; holder: MapNode }[] {
    const { holder, key } = partsOf(path);
    const at = holder.at(-1);
    const siblings = this.nodeAt(holder.slice(0, -1));
    if (typeof at !== 'number' || siblings?.kind !== 'list') return [];
    const last = siblings.items.length - 1;
    // The next one counts in braces too; further ones only in lines, as `excerptFor` keeps them.
    const towards = (from: number, step: number) => {
      const found: { list: ListNode; holder: MapNode }[] = [];
      let inLines = 0;
      for (let next = from; next >= 0 && next <= last && inLines < REACH; next += step) {
        const record = siblings.items[next];
        if (record?.kind !== 'map' || (record.flow && next !== from)) continue;
        const list = record.pairs.find((pair) => pair.key === key)?.value;
        if (list?.kind !== 'list' || !list.items.some(isThere)) continue;
        found.push({ list, holder: record });
        if (!record.flow) inLines++;
      }
      return found;
    };
    return [...towards(Math.min(at - 1, last), -1), ...towards(at + 1, 1)];
  }

  nodeAt(path: Path): TreeNode | undefined {
    let node: TreeNode | undefined = this.root;
    for (const step of path) {
      if (node?.kind === 'map') node = node.pairs.find(({ key }) => key === step)?.value;
      else if (node?.kind === 'list') node = node.items[Number(step)];
      else return undefined;
    }
    return node;
  }
}

/** Whether a node is more than a null, which is no model for what is to be written. */
const isThere = (node: TreeNode) => node.kind !== 'scalar' || node.value !== null;

const isFilled = (node: TreeNode | undefined): node is MapNode => node?.kind === 'map' && node.pairs.length > 0;

const mapsOf = (node: TreeNode | undefined): MapNode[] => (node?.kind === 'list' ? node.items.filter(isFilled) : []);

const mapsAt = (list: ListNode, positions: readonly number[]): MapNode[] =>
  positions.map((at) => list.items[at]).filter(isFilled);
