import { type Change, type Kinds, type Path, partsOf } from '../change/change.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { readScanned } from './careful.ts';
import { recordLines } from './compose.ts';
import type { Cut } from './cut.ts';
import { type Excerpt, excerptFor, gapsAfter, inWhole } from './excerpt.ts';
import { guard, type Parsed } from './guard.ts';
import { insertionsFor } from './insert.ts';
import { CannotInsert } from './insertion.ts';
import { locate, nodeOf, sharing, unaliased } from './locate.ts';
import { removal } from './remove.ts';
import { replacement } from './replace.ts';
import { hasAnchors, type Scan, scan } from './scan.ts';
import { SourceText } from './source-text.ts';
import type { Splice } from './splice.ts';
import { type Tree, type TreeNode, treeOf } from './tree.ts';

/**
 * Makes changes to a sound ledger's text, and proves each step before it hands the result back. Values are replaced
 * first, all at once; then comes what is added, all at once; then what is removed, one by one, the last in the text
 * first. So a path tells where something stands in the old text.
 * @param text a ledger that reads without fault
 * @param ledger what it reads as; with it, only the items that the changes touch are parsed and proven again, where
 *   the rest is provably apart from them
 * @returns the new text: the old one with nothing different but what was named
 * @throws Refusal where that cannot be done, with what to do by hand
 */
export function edit(text: string, changes: readonly Change[], ledger: Ledger | null = null): string {
  if (changes.length === 0) return text;
  return (ledger && editedApart(text, ledger, changes)) ?? editedWhole(text, changes);
}

function editedWhole(text: string, changes: readonly Change[]): string {
  try {
    return proven(text, scan(text), changes, () => {});
  } catch (error) {
    if (error instanceof CannotInsert) throw refusal(error.message, treeOf(scan(text)), changes);
    throw error;
  }
}

/** Null where the items that are touched cannot be looked at apart from the others. */
function editedApart(text: string, ledger: Ledger, changes: readonly Change[]): string | null {
  const excerpt = excerptFor(text, ledger, changes);
  if (excerpt === null || !changes.every((change) => keepsIdsApart(change, ledger))) return null;
  const scanned = scan(excerpt.text);
  if (scanned.faults.length > 0 || hasAnchors(scanned)) return null;
  const read = readScanned(scanned);
  if (read.faults.length > 0 || !isExcerptOf(read.ledger, ledger, excerpt)) return null;
  try {
    let gaps = excerpt.gaps;
    const edited = proven(excerpt.text, scanned, excerpt.changes, (splices) => {
      const moved = gapsAfter(gaps, splices);
      if (moved === null) throw new CannotInsert('it touches what was left out');
      gaps = moved;
    });
    return inWhole(edited, gaps);
  } catch {
    // Whatever is wrong is told in terms of the whole text.
    return null;
  }
}

/** @param onStep told what each step does to the text that the one before it left */
function proven(
  text: string,
  scanned: Scan,
  changes: readonly Change[],
  onStep: (splices: readonly Splice[]) => void,
): string {
  let now: Parsed = { text, scanned, tree: treeOf(scanned) };
  for (const { made, cutOf } of stepsOf(now.tree, changes)) {
    const cut = cutOf(now);
    try {
      now = guard(now, cut, made);
    } catch (error) {
      const { text: before, tree } = now;
      const shared = made.map(({ path }) => sharing(before, tree, path)).find((reason) => reason !== null);
      throw error instanceof CannotInsert && shared ? new CannotInsert(shared) : error;
    }
    onStep(cut.splices);
  }
  return now.text;
}

/** Changes that are made and proven at once, and how. */
interface Step {
  readonly made: readonly Change[];
  readonly cutOf: (now: Parsed) => Cut;
}

function stepsOf(tree: Tree, changes: readonly Change[]): readonly Step[] {
  const found = intoNulls(
    tree,
    changes.flatMap((change) => withPosition(change, tree)),
  );
  const isThere = ({ path }: Change) => locate(tree, path) !== null;
  const sets = found.filter((change) => change.kind === 'set');
  const replaced = sets.filter(isThere);
  const added = [...found.filter((change) => change.kind === 'append'), ...sets.filter((set) => !isThere(set))];
  const removed = found.filter((change) => change.kind === 'remove').sort((a, b) => comparePaths(b.path, a.path));
  return [
    { made: replaced, cutOf: (now: Parsed) => replacedIn(now, replaced) },
    { made: added, cutOf: (now: Parsed) => ({ splices: insertionsFor(now.text, now.tree, added), extents: [] }) },
    ...removed.map((change) => ({ made: [change], cutOf: (now: Parsed) => removedFrom(now, change.path) })),
  ].filter(({ made }) => made.length > 0);
}

/**
 * An item that its text names gets its position, which only the tree knows: lists may hold nulls.
 * @returns one for each time that the list holds it; nothing where an item to replace is not there under that name
 */
function withPosition(change: Change, tree: Tree): readonly Change[] {
  if (change.kind === 'append' || change.item === undefined) return [change];
  const { item, ...rest } = change;
  const located = locate(tree, change.path);
  const list = located && unaliased(tree, nodeOf(located));
  const items = list?.kind === 'list' ? list.items.map((one) => unaliased(tree, one)) : [];
  const found = items.flatMap((one, at) => (one.kind === 'scalar' && one.value === item ? [at] : []));
  if (found.length > 0 || change.kind === 'set') return found.map((at) => ({ ...rest, path: [...change.path, at] }));
  throw new CannotInsert(`"${item}" is not in the list`);
}

/** A list of texts of which only the key is there, with a null or nothing, is put in place of that. */
function intoNulls(tree: Tree, changes: readonly Change[]): readonly Change[] {
  const lists = new Map<string, { readonly path: Path; readonly value: string[] }>();
  const others = changes.filter((change) => {
    if (change.kind !== 'append' || typeof change.item !== 'string' || !isNullAt(tree, change.path)) return true;
    const key = JSON.stringify(change.path);
    const list = lists.get(key) ?? { path: change.path, value: [] };
    list.value.push(change.item);
    lists.set(key, list);
    return false;
  });
  return [...others, ...[...lists.values()].map((list) => ({ kind: 'set' as const, ...list }))];
}

function isNullAt(tree: Tree, path: Path): boolean {
  // What an earlier change brings is not there yet, and neither is what it holds.
  const located = locate(tree, path.slice(0, -1)) && locate(tree, path);
  const node = located && nodeOf(located);
  return node?.kind === 'scalar' && node.value === null;
}

function comparePaths(one: Path, other: Path): number {
  for (const [at, step] of one.entries()) {
    const against = other[at];
    if (step === against) continue;
    if (typeof step === 'number' && typeof against === 'number') return step - against;
    return String(step) < String(against ?? '') ? -1 : 1;
  }
  return one.length - other.length;
}

function replacedIn({ text, tree }: Parsed, sets: readonly Kinds<'set'>[]): Cut {
  const source = new SourceText(text);
  const cuts = new Map<TreeNode, Cut>();
  for (const set of sets) {
    const located = locate(tree, set.path);
    // What an alias stands for is one place, whichever way it is reached.
    if (located) cuts.set(nodeOf(located), replacement(source, tree, set, located));
  }
  const splices = [...cuts.values()].flatMap((cut) => cut.splices).sort((a, b) => a.start - b.start);
  return { splices, extents: [...cuts.values()].flatMap(({ extents }) => extents) };
}

function removedFrom({ text, tree }: Parsed, path: Path): Cut {
  const shared = sharing(text, tree, path);
  if (shared !== null) throw new CannotInsert(shared);
  const located = locate(tree, path);
  if (located === null) throw new Error(`there is nothing at ${path.join('/')}`);
  return removal(new SourceText(text), located, floorOf(tree, path));
}

/** Where the value that holds what stands at a path begins: after its key. */
function floorOf(tree: Tree, path: Path): number {
  const holder = locate(tree, path.slice(0, -1));
  if (holder?.type !== 'pair') return 0;
  return holder.pair.value.anchor?.end ?? holder.pair.keyEnd;
}

/** Whether the items read by themselves are what they are in the whole. */
function isExcerptOf(read: Ledger, whole: Ledger, { kept }: Excerpt): boolean {
  const values = (record: unknown) => JSON.stringify(record, (key, value) => (key === 'place' ? undefined : value));
  const isSame = (records: readonly object[], all: readonly object[], positions: readonly number[]) =>
    records.length === positions.length &&
    positions.every((position, at) => values(records[at]) === values(all[position]));
  return (
    values(read.article) === values(whole.article) &&
    isSame(read.claims, whole.claims, kept.claims) &&
    isSame(read.events, whole.events, kept.events)
  );
}

/** Whether a change brings in no id that another record of the whole has, or had. */
function keepsIdsApart(change: Change, { claims, events }: Ledger): boolean {
  const [list, index, key] = change.path;
  const isTaken = (wanted: unknown) =>
    (list === 'claims' ? claims : events).some(
      ({ id, formerly, place }) => place.index !== index && (id === wanted || formerly.some((one) => one === wanted)),
    );
  switch (change.kind) {
    case 'append': {
      const { path, item } = change;
      if (path.length > 1) return key !== 'formerly' || !isTaken(item);
      return typeof item === 'string' || !isTaken(item.id);
    }
    case 'set':
      return change.path.length > 3 || (key !== 'id' && key !== 'formerly') || ![change.value].flat().some(isTaken);
    case 'remove':
      return true;
  }
}

function refusal(reason: string, tree: Tree, changes: readonly Change[]): Refusal {
  const appends = changes.filter((change) => change.kind === 'append');
  if (appends.length < changes.length) {
    const places = [...new Set(changes.map(({ path }) => placeOf(path, tree)))].join(' and ');
    return new Refusal(`cannot change ${places}: ${reason}`, 'Nothing was written. Change it by hand.');
  }
  const lists = [...new Set(changes.map(({ path }) => nameOf(path, tree)))].join(' and to ');
  const byHand = appends.flatMap((change) => [`  to ${nameOf(change.path, tree)}:`, ...linesByHand(change)]);
  return new Refusal(`cannot add to ${lists}: ${reason}`, 'Nothing was written. By hand, add', ...byHand);
}

function linesByHand({ item }: Kinds<'append'>): string[] {
  if (typeof item === 'string') return [`    - ${item}`];
  const lines = recordLines(item, () => ({ indent: 2, gap: 1, braces: null }));
  return lines.map((line, index) => `    ${index === 0 ? '- ' : '  '}${line}`);
}

/** What a path leads to, as people call it; of an item, its list. */
function placeOf(path: Path, tree: Tree): string {
  return nameOf(path.slice(0, path.findLastIndex((step) => typeof step === 'string') + 1), tree);
}

/** A list as people call it: `the claims`, `the skips of the article`, or `the verdicts of harbour-reopens`. */
function nameOf(path: Path, { root }: Tree): string {
  const { holder, key } = partsOf(path);
  const [records, index] = holder;
  if (records === undefined) return `the ${key}`;
  if (index === undefined) return `the ${key} of the ${records}`;
  const list = root.kind === 'map' ? root.pairs.find((pair) => pair.key === records)?.value : undefined;
  const record = list?.kind === 'list' ? list.items[Number(index)] : undefined;
  const id = record?.kind === 'map' ? record.pairs.find((pair) => pair.key === 'id')?.value : undefined;
  return `the ${key} of ${id?.kind === 'scalar' ? id.value : `${records}[${index}]`}`;
}
