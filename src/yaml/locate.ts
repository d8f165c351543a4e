import type { Path } from '../change/change.ts';
import { lineIndex } from '../text/line-index.ts';
import { CannotInsert } from './insertion.ts';
import type { ListNode, MapNode, Pair, Tree, TreeNode } from './tree.ts';

/** What a path leads to: a key of a record, or an item of a list. */
export type Located =
  | { readonly type: 'pair'; readonly holder: MapNode; readonly pair: Pair; readonly index: number }
  | { readonly type: 'item'; readonly holder: ListNode; readonly item: TreeNode; readonly index: number };

export const nodeOf = (located: Located): TreeNode => (located.type === 'pair' ? located.pair.value : located.item);

/**
 * Follows a path down, through aliases on its way; the last node itself may be an alias.
 * @returns null where the record has no such key
 */
export function locate(tree: Tree, path: Path): Located | null {
  let node = tree.root;
  let located: Located | null = null;
  for (const [at, step] of path.entries()) {
    const holder = unaliased(tree, node);
    if (holder.kind === 'map') {
      const index = holder.pairs.findIndex(({ key }) => key === step);
      const pair = holder.pairs[index];
      if (!pair && at === path.length - 1) return null;
      if (!pair) throw new Error(`there is nothing at ${path.join('/')}`);
      located = { type: 'pair', holder, pair, index };
    } else if (holder.kind === 'list') {
      const index = Number(step);
      const item = holder.items[index];
      if (!item) throw new Error(`there is nothing at ${path.join('/')}`);
      located = { type: 'item', holder, item, index };
    } else throw new CannotInsert(`what holds ${String(step)} is no list and no mapping`);
    node = nodeOf(located);
  }
  return located;
}

/** What a node stands for: itself, unless it is an alias. */
export function unaliased(tree: Tree, node: TreeNode): TreeNode {
  let one: TreeNode | undefined = node;
  while (one?.kind === 'alias') one = tree.anchored.get(one.target);
  return one ?? node;
}

/**
 * Why what stands at a path, or in it, cannot be changed on its own; null where it can. The last node may be an alias.
 * @param text the tree's
 */
export function sharing(text: string, tree: Tree, path: Path): string | null {
  const line = (offset: number) => lineIndex(text)(offset).line;
  let node = tree.root;
  for (const step of path) {
    if (node.kind === 'alias') {
      return `an alias stands in its place in line ${line(node.start)}; write it out there first`;
    }
    const shared = sharedBy(text, tree, node);
    if (shared !== null) return shared;
    const next: TreeNode | undefined =
      node.kind === 'map'
        ? node.pairs.find(({ key }) => key === step)?.value
        : node.kind === 'list'
          ? node.items[Number(step)]
          : undefined;
    if (!next) return null;
    node = next;
  }
  return sharedWithin(text, tree, node);
}

function sharedBy(text: string, tree: Tree, node: TreeNode): string | null {
  const alias = tree.aliases.get(node);
  if (alias === undefined) return null;
  const line = (offset: number) => lineIndex(text)(offset).line;
  return `the alias in line ${line(alias)} stands for what is in line ${line(node.start)}, and would change with it`;
}

function sharedWithin(text: string, tree: Tree, node: TreeNode): string | null {
  const own = sharedBy(text, tree, node);
  if (own !== null || tree.aliases.size === 0) return own;
  const inner = node.kind === 'map' ? node.pairs.map(({ value }) => value) : node.kind === 'list' ? node.items : [];
  for (const one of inner) {
    const shared = sharedWithin(text, tree, one);
    if (shared !== null) return shared;
  }
  return null;
}
