import { defined } from '../text/defined.ts';
import { CannotInsert } from './insertion.ts';
import type { Tree, TreeNode } from './tree.ts';

/** A document's values alone: text, null, lists, and mappings as pairs in order; aliases are written out. */
export type Plain = string | null | Plain[] | { readonly pairs: [key: string, value: Plain][] };

/** How many values aliases may unfold into. */
const MOST = 1_000_000;
const DEEPEST = 100;

/**
 * The values of a whole tree.
 * @throws CannotInsert where aliases unfold into too much
 */
export function plainOf(tree: Tree): Plain {
  return new Unfolding(tree).plainOf(tree.root);
}

/** Whether two documents hold the same values in the same order. */
export function isSame(one: Plain, other: Plain): boolean {
  if (one === null || other === null || typeof one === 'string' || typeof other === 'string') return one === other;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSame(item, other[index] ?? null));
  }
  if (one.pairs.length !== other.pairs.length) return false;
  return one.pairs.every(([key, value], index) => {
    const pair = other.pairs[index];
    return pair !== undefined && pair[0] === key && isSame(value, pair[1]);
  });
}

class Unfolding {
  private readonly tree: Tree;
  private depth = 0;
  private unfolded = 0;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  plainOf(node: TreeNode): Plain {
    if (this.depth > 0 && ++this.unfolded > MOST) {
      throw new CannotInsert('its aliases unfold into too much to prove it');
    }
    switch (node.kind) {
      case 'scalar':
        return node.value;
      case 'alias':
        return this.unfold(node.target);
      case 'list':
        return node.items.map((item) => this.plainOf(item));
      case 'map':
        return { pairs: node.pairs.map(({ key, value }) => [key, this.plainOf(value)]) };
    }
  }

  private unfold(target: number): Plain {
    // A chain of aliases within aliases would run the stack out.
    if (++this.depth > DEEPEST) throw new CannotInsert('its aliases stand in one another too deeply to prove it');
    const plain = this.plainOf(defined(this.tree.anchored.get(target)));
    this.depth--;
    return plain;
  }
}
