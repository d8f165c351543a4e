import { type Change, partsOf } from '../change/change.ts';
import { readScanned } from './careful.ts';
import { CannotInsert } from './insertion.ts';
import { isSame, type Plain, plainOf } from './plain.ts';
import { scan } from './scan.ts';
import { reversed, type Splice, spliced } from './splice.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * Proves an edit: nothing but the splices changed, the new text is a sound ledger, and it holds the old values,
 * the user's own keys included, with just the changes.
 * @throws CannotInsert if any of it does not hold
 */
export function guard(
  before: string,
  tree: Tree,
  after: string,
  splices: readonly Splice[],
  changes: readonly Change[],
): void {
  if (spliced(after, reversed(before, splices)) !== before) throw new CannotInsert('text that was there would change');
  const scanned = scan(after);
  const { faults } = readScanned(scanned);
  if (faults[0]) throw new CannotInsert(`the result would not read (${faults[0].message})`);
  const expected = changes.reduce(applied, plainOf(tree));
  if (!isSame(plainOf(treeOf(scanned)), expected)) {
    throw new CannotInsert('the result would mean something else, as where a list is shared by an alias');
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

/** Makes a change to the plain value of a ledger, in place. */
function applied(root: Plain, change: Change): Plain {
  switch (change.kind) {
    case 'append': {
      const { holder, key } = partsOf(change.path);
      const record = holder.reduce(valueAt, root);
      const list = valueAt(record, key);
      if (Array.isArray(list)) list.push(toPlain(change.item));
      else setAt(record, key, [toPlain(change.item)]);
      return root;
    }
    case 'fill': {
      const { holder, key } = partsOf(change.path);
      setAt(holder.reduce(valueAt, root), key, change.value);
      return root;
    }
  }
}

function valueAt(holder: Plain, step: string | number): Plain {
  if (Array.isArray(holder)) return holder[Number(step)] ?? null;
  if (holder === null || typeof holder === 'string') throw new Error(`nothing holds ${step}`);
  return holder.pairs.find(([name]) => name === step)?.[1] ?? null;
}

function setAt(map: Plain, key: string, value: Plain): void {
  if (map === null || typeof map === 'string' || Array.isArray(map)) throw new Error(`no mapping around ${key}`);
  const pair = map.pairs.find(([name]) => name === key);
  if (pair) pair[1] = value;
  else map.pairs.push([key, value]);
}
