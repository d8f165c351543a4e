import { type Change, type KeyPath, partsOf } from '../change/change.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { readScanned } from './careful.ts';
import { fieldLines, recordLines } from './compose.ts';
import { type Excerpt, excerptFor } from './excerpt.ts';
import { guard } from './guard.ts';
import { insertionsFor } from './insert.ts';
import { CannotInsert } from './insertion.ts';
import { hasAnchors, scan } from './scan.ts';
import { type Splice, spliced } from './splice.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * Makes changes to a sound ledger's text by inserting, and proves the result before handing it back.
 * @param text a ledger that reads without fault
 * @param ledger what it reads as; with it, only the items that the changes touch are parsed and proven again, where
 *   the rest is provably apart from them
 * @returns the new text: the old one, unchanged, plus what was inserted
 * @throws Refusal where insertion alone cannot do it, with what to add by hand
 */
export function edit(text: string, changes: readonly Change[], ledger: Ledger | null = null): string {
  if (changes.length === 0) return text;
  const splices = (ledger && splicesApart(text, ledger, changes)) ?? splicesInWhole(text, changes);
  return spliced(text, splices);
}

function splicesInWhole(text: string, changes: readonly Change[]): readonly Splice[] {
  const tree = treeOf(scan(text));
  try {
    return provenSplices(text, tree, changes);
  } catch (error) {
    if (error instanceof CannotInsert) throw refusal(error.message, tree, changes);
    throw error;
  }
}

/** Null where the items that are touched cannot be looked at apart from the others. */
function splicesApart(text: string, ledger: Ledger, changes: readonly Change[]): readonly Splice[] | null {
  const excerpt = excerptFor(text, ledger, changes);
  if (excerpt === null || !changes.every((change) => keepsIdsApart(change, ledger))) return null;
  const scanned = scan(excerpt.text);
  if (scanned.faults.length > 0 || hasAnchors(scanned)) return null;
  const read = readScanned(scanned);
  if (read.faults.length > 0 || !isExcerptOf(read.ledger, ledger, excerpt)) return null;
  try {
    const { offsetOf } = excerpt;
    const splices = provenSplices(excerpt.text, treeOf(scanned), excerpt.changes);
    return splices.map(({ start, end, text: piece }) => ({ start: offsetOf(start), end: offsetOf(end), text: piece }));
  } catch {
    // Whatever is wrong is told in terms of the whole text.
    return null;
  }
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

/** Whether a change brings in no record with an id that one of the whole has. */
function keepsIdsApart(change: Change, { claims, events }: Ledger): boolean {
  switch (change.kind) {
    case 'append': {
      const { path, item } = change;
      if (path.length > 1) return true;
      return !(path[0] === 'claims' ? claims : events).some(({ id }) => id === item.id);
    }
    case 'fill':
      return true;
  }
}

function provenSplices(text: string, tree: Tree, changes: readonly Change[]): readonly Splice[] {
  const splices = insertionsFor(text, tree, changes);
  guard(text, tree, spliced(text, splices), splices, changes);
  return splices;
}

function refusal(reason: string, tree: Tree, changes: readonly Change[]): Refusal {
  const lists = [...new Set(changes.map(({ path }) => nameOf(path, tree)))].join(' and to ');
  const byHand = changes.flatMap((change) => [`  to ${nameOf(change.path, tree)}:`, ...linesByHand(change)]);
  return new Refusal(`cannot add to ${lists}: ${reason}`, 'Nothing was written. By hand, add', ...byHand);
}

function linesByHand(change: Change): string[] {
  switch (change.kind) {
    case 'append': {
      const lines = recordLines(change.item, () => ({ indent: 2, gap: 1, braces: null }));
      return lines.map((line, index) => `    ${index === 0 ? '- ' : '  '}${line}`);
    }
    case 'fill':
      return fieldLines({ [partsOf(change.path).key]: change.value }).map((line) => `      ${line}`);
  }
}

/** A list as people call it: `the claims`, `the skips of the article`, or `the verdicts of harbour-reopens`. */
function nameOf(path: KeyPath, { root }: Tree): string {
  const { holder, key } = partsOf(path);
  const [records, index] = holder;
  if (records === undefined) return `the ${key}`;
  if (index === undefined) return `the ${key} of the ${records}`;
  const list = root.kind === 'map' ? root.pairs.find((pair) => pair.key === records)?.value : undefined;
  const record = list?.kind === 'list' ? list.items[Number(index)] : undefined;
  const id = record?.kind === 'map' ? record.pairs.find((pair) => pair.key === 'id')?.value : undefined;
  return `the ${key} of ${id?.kind === 'scalar' ? id.value : `${records}[${index}]`}`;
}
