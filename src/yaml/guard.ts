import { type Change, partsOf } from '../change/change.ts';
import { defined } from '../text/defined.ts';
import { readScanned } from './careful.ts';
import { commentsIn } from './comments-in.ts';
import type { Cut, Span } from './cut.ts';
import { CannotInsert } from './insertion.ts';
import { locate } from './locate.ts';
import { isSame, type Plain, plainOf } from './plain.ts';
import { type Scan, scan } from './scan.ts';
import { reversed, type Splice, spliced } from './splice.ts';
import { type Tree, treeOf } from './tree.ts';

/** A text taken apart. */
export interface Parsed {
  readonly text: string;
  readonly scanned: Scan;
  readonly tree: Tree;
}

/**
 * Makes an edit and proves it: nothing but what was named is gone, with white space and a comma around it; all comments
 * elsewhere are there; the new text is a sound ledger, and it holds the old values, the user's own keys included, with
 * just the changes.
 * @returns the new text
 * @throws CannotInsert if any of it does not hold
 */
export function guard(before: Parsed, { splices, extents }: Cut, changes: readonly Change[]): Parsed {
  const text = spliced(before.text, splices);
  const back = reversed(before.text, splices);
  if (spliced(text, back) !== before.text || !keepsAround(before.text, splices, extents)) {
    throw new CannotInsert('text that was there would change');
  }
  const scanned = scan(text);
  const { faults } = readScanned(scanned);
  if (faults[0]) throw new CannotInsert(`the result would not read (${faults[0].message})`);
  const tree = treeOf(scanned);
  const expected = changes.reduce((root, change) => applied(root, change, before.tree), plainOf(before.tree));
  if (!isSame(plainOf(tree), expected)) {
    throw new CannotInsert('the result would mean something else, as where a list is shared by an alias');
  }
  if (!keepsComments(before.scanned, extents, scanned, back)) throw new CannotInsert('a comment would be lost');
  return { text, scanned, tree };
}

/** Whether all that is cut outside of what was named is white space and a comma for each extent, at most. */
function keepsAround(before: string, splices: readonly Splice[], extents: readonly Span[]): boolean {
  const sorted = extents.toSorted((a, b) => a.start - b.start);
  let commas = 0;
  for (const { start, end } of splices) {
    let at = start;
    let around = '';
    for (const extent of sorted) {
      if (extent.end <= at || extent.start >= end) continue;
      around += before.slice(at, Math.max(at, extent.start));
      at = extent.end;
    }
    around += before.slice(at, Math.max(at, end));
    if (/[^\s,]/.test(around)) return false;
    commas += around.split(',').length - 1;
  }
  return commas <= extents.length;
}

/**
 * Whether all comments outside of what was named are there still, in order; within what was put in, they may stand at
 * the end of another.
 */
function keepsComments(before: Scan, extents: readonly Span[], after: Scan, put: readonly Span[]): boolean {
  if (!before.text.includes('#')) return true;
  const isIn = (spans: readonly Span[], { start }: Span) => spans.some((one) => one.start <= start && start < one.end);
  const textOf = ({ text }: Scan, { start, end }: Span) => text.slice(start, end).trimEnd();
  const wanted = commentsIn(before).filter((comment) => !isIn(extents, comment));
  let met = 0;
  for (const comment of commentsIn(after)) {
    const [text, next] = [textOf(after, comment), wanted[met]];
    const expected = next && textOf(before, next);
    if (isIn(put, comment)) {
      if (expected !== undefined && text.endsWith(expected)) met++;
    } else if (text === expected) met++;
    else return false;
  }
  return met === wanted.length;
}

function toPlain(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== undefined && !(Array.isArray(inner) && inner.length === 0),
  );
  return { pairs: pairs.map(([key, inner]) => [key, toPlain(inner)]) };
}

/** Makes a change to the plain value of a ledger, in place. @param tree what it was made of */
function applied(root: Plain, change: Change, tree: Tree): Plain {
  switch (change.kind) {
    case 'append': {
      const { holder, key } = partsOf(change.path);
      const record = holder.reduce(valueAt, root);
      const list = valueAt(record, key);
      if (Array.isArray(list)) list.push(toPlain(change.item));
      else setAt(record, key, [toPlain(change.item)]);
      return root;
    }
    case 'set': {
      const last = change.path.at(-1);
      const holder = change.path.slice(0, -1).reduce(valueAt, root);
      if (last !== undefined) setAt(holder, last, toPlain(change.value), change.as);
      return root;
    }
    case 'remove': {
      const holder = change.path.slice(0, -1);
      const last = change.path.at(-1);
      const record = holder.reduce(valueAt, root);
      if (Array.isArray(record)) record.splice(Number(last), 1);
      else if (record !== null && typeof record !== 'string') {
        const at = record.pairs.findIndex(([name]) => name === last);
        if (at !== -1) record.pairs.splice(at, 1);
      }
      const list = locate(tree, change.path);
      // What is left of a list in lines of its own is its key.
      const isNothing = Array.isArray(record) && record.length === 0 && list !== null && !list.holder.flow;
      if (isNothing) setAt(holder.slice(0, -1).reduce(valueAt, root), defined(holder.at(-1)), null);
      return root;
    }
  }
}

function valueAt(holder: Plain, step: string | number): Plain {
  if (Array.isArray(holder)) return holder[Number(step)] ?? null;
  if (holder === null || typeof holder === 'string') throw new Error(`nothing holds ${step}`);
  return holder.pairs.find(([name]) => name === step)?.[1] ?? null;
}

function setAt(holder: Plain, step: string | number, value: Plain, as = String(step)): void {
  if (holder === null || typeof holder === 'string') throw new Error(`nothing holds ${step}`);
  if (Array.isArray(holder)) {
    holder[Number(step)] = value;
    return;
  }
  const pair = holder.pairs.find(([name]) => name === step);
  if (pair) [pair[0], pair[1]] = [as, value];
  else holder.pairs.push([String(step), value]);
}
