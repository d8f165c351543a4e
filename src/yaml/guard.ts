import type { Addition } from '../change/addition.ts';
import { CannotInsert, type Insertion } from './insertion.ts';
import { readScanned } from './read-ledger.ts';
import { scan } from './scan.ts';
import { type Tree, type TreeNode, treeOf } from './tree.ts';

/** A document's values alone: text, null, lists, and mappings as pairs in order. */
type Plain = string | null | Plain[] | { readonly pairs: [key: string, value: Plain][] };

/**
 * Proves an edit: nothing but the insertions changed, the new text is a sound ledger, and it holds the old values,
 * the user's own keys included, with just the additions.
 * @throws CannotInsert if any of it does not hold
 */
export function guard(
  before: string,
  tree: Tree,
  after: string,
  insertions: readonly Insertion[],
  additions: readonly Addition[],
): void {
  if (without(after, insertions) !== before) throw new CannotInsert('text that was there would change');
  const scanned = scan(after);
  const { faults } = readScanned(scanned);
  if (faults[0]) throw new CannotInsert(`the result would not read (${faults[0].message})`);
  const expected = new Unfolding(tree).plainOf(tree.root);
  for (const { list, item } of additions) append(expected, list, toPlain(item));
  const edited = treeOf(scanned);
  if (!isSame(new Unfolding(edited).plainOf(edited.root), expected)) {
    throw new CannotInsert('the result would mean something else, as where a list is shared by an alias');
  }
}

/** The text with the insertions taken out again. */
function without(after: string, insertions: readonly Insertion[]): string {
  let rest = '';
  let at = 0;
  let shift = 0;
  for (const { offset, text } of insertions) {
    rest += after.slice(at, offset + shift);
    at = offset + shift + text.length;
    shift += text.length;
  }
  return rest + after.slice(at);
}

/** Whether two documents hold the same values in the same order. */
function isSame(one: Plain, other: Plain): boolean {
  if (one === null || other === null || typeof one === 'string' || typeof other === 'string') return one === other;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSame(item, other[index] as Plain));
  }
  if (one.pairs.length !== other.pairs.length) return false;
  return one.pairs.every(([key, value], index) => {
    const pair = other.pairs[index];
    return pair !== undefined && pair[0] === key && isSame(value, pair[1]);
  });
}

/** How many values aliases may unfold into while an edit is proven. */
const MOST = 1_000_000;
const DEEPEST = 100;

/** Takes the values out of a tree, with aliases written out. */
class Unfolding {
  private readonly tree: Tree;
  private depth = 0;
  private unfolded = 0;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  plainOf(node: TreeNode): Plain {
    if (this.depth > 0 && ++this.unfolded > MOST)
      throw new CannotInsert('its aliases unfold into too much to prove it');
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
    const plain = this.plainOf(this.tree.anchored.get(target) as TreeNode);
    this.depth--;
    return plain;
  }
}

function toPlain(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== undefined && !(Array.isArray(inner) && inner.length === 0),
  );
  return { pairs: pairs.map(([key, inner]) => [key, toPlain(inner)]) };
}

function append(root: Plain, path: Addition['list'], item: Plain): void {
  let holder: Plain = root;
  for (const step of path.slice(0, -1)) {
    holder = Array.isArray(holder) ? (holder[step as number] as Plain) : valueAt(holder, step as string);
  }
  const key = path.at(-1) as string;
  const list = valueAt(holder, key);
  if (Array.isArray(list)) list.push(item);
  else setAt(holder, key, [item]);
}

function valueAt(map: Plain, key: string): Plain {
  if (map === null || typeof map === 'string' || Array.isArray(map)) throw new Error(`no mapping around ${key}`);
  return map.pairs.find(([name]) => name === key)?.[1] ?? null;
}

function setAt(map: Plain, key: string, value: Plain): void {
  if (map === null || typeof map === 'string' || Array.isArray(map)) throw new Error(`no mapping around ${key}`);
  const pair = map.pairs.find(([name]) => name === key);
  if (pair) pair[1] = value;
  else map.pairs.push([key, value]);
}
