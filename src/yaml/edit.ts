import type { Addition, ListPath } from '../change/addition.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { readScanned } from './careful.ts';
import { recordLines } from './compose.ts';
import { type Excerpt, excerptFor } from './excerpt.ts';
import { guard } from './guard.ts';
import { insertionsFor } from './insert.ts';
import { CannotInsert, type Insertion } from './insertion.ts';
import { hasAnchors, scan } from './scan.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * Makes additions to a sound ledger's text by inserting, and proves the result before handing it back.
 * @param text a ledger that reads without fault
 * @param ledger what it reads as; with it, only the items that the additions touch are parsed and proven again, where
 *   the rest is provably apart from them
 * @returns the new text: the old one, unchanged, plus what was inserted
 * @throws Refusal where insertion alone cannot do it, with what to add by hand
 */
export function edit(text: string, additions: readonly Addition[], ledger: Ledger | null = null): string {
  if (additions.length === 0) return text;
  const insertions = (ledger && insertedApart(text, ledger, additions)) ?? insertedInWhole(text, additions);
  return inserted(text, insertions);
}

function insertedInWhole(text: string, additions: readonly Addition[]): readonly Insertion[] {
  const tree = treeOf(scan(text));
  try {
    return provenInsertions(text, tree, additions);
  } catch (error) {
    if (error instanceof CannotInsert) throw refusal(error.message, tree, additions);
    throw error;
  }
}

/** Null where the items that are touched cannot be looked at apart from the others. */
function insertedApart(text: string, ledger: Ledger, additions: readonly Addition[]): readonly Insertion[] | null {
  const excerpt = excerptFor(text, ledger, additions);
  if (excerpt === null || !hasFreshIds(ledger, additions)) return null;
  const scanned = scan(excerpt.text);
  if (scanned.faults.length > 0 || hasAnchors(scanned)) return null;
  const read = readScanned(scanned);
  if (read.faults.length > 0 || !isExcerptOf(read.ledger, ledger, excerpt)) return null;
  try {
    const insertions = provenInsertions(excerpt.text, treeOf(scanned), excerpt.additions);
    return insertions.map((insertion) => ({ ...insertion, offset: excerpt.offsetOf(insertion.offset) }));
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
    records.every((record, at) => values(record) === values(all[positions[at] as number]));
  return (
    values(read.article) === values(whole.article) &&
    isSame(read.claims, whole.claims, kept.claims) &&
    isSame(read.events, whole.events, kept.events)
  );
}

/** Whether new records have ids that no record of the whole has. */
function hasFreshIds({ claims, events }: Ledger, additions: readonly Addition[]): boolean {
  return additions.every(({ list, item }) => {
    if (list.length > 1) return true;
    return !(list[0] === 'claims' ? claims : events).some(({ id }) => id === item.id);
  });
}

function provenInsertions(text: string, tree: Tree, additions: readonly Addition[]): readonly Insertion[] {
  const insertions = insertionsFor(text, tree, additions);
  guard(text, tree, inserted(text, insertions), insertions, additions);
  return insertions;
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let after = '';
  let at = 0;
  for (const { offset, text: piece } of insertions) {
    after += text.slice(at, offset) + piece;
    at = offset;
  }
  return after + text.slice(at);
}

function refusal(reason: string, tree: Tree, additions: readonly Addition[]): Refusal {
  const lists = [...new Set(additions.map(({ list }) => nameOf(list, tree)))].join(' and to ');
  const byHand = additions.flatMap(({ list, item }) => [
    `  to ${nameOf(list, tree)}:`,
    ...recordLines(item, () => ({ indent: 2, gap: 1, braces: null })).map(
      (line, index) => `    ${index === 0 ? '- ' : '  '}${line}`,
    ),
  ]);
  return new Refusal(`cannot add to ${lists}: ${reason}`, 'Nothing was written. By hand, add', ...byHand);
}

/** A list as people call it: `the claims`, or `the verdicts of harbour-reopens`. */
function nameOf(list: ListPath, { root }: Tree): string {
  const key = list.at(-1) as string;
  if (list.length === 1) return `the ${key}`;
  const [records, index] = list;
  const holder = root.kind === 'map' ? root.pairs.find((pair) => pair.key === records)?.value : undefined;
  const record = holder?.kind === 'list' ? holder.items[index as number] : undefined;
  const id = record?.kind === 'map' ? record.pairs.find((pair) => pair.key === 'id')?.value : undefined;
  return `the ${key} of ${id?.kind === 'scalar' ? id.value : `${records}[${index}]`}`;
}
