import type { Addition, ListPath } from '../change/addition.ts';
import { Refusal } from '../model/refusal.ts';
import { recordLines } from './compose.ts';
import { guard } from './guard.ts';
import { insertionsFor } from './insert.ts';
import { CannotInsert } from './insertion.ts';
import { scan } from './scan.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * Makes additions to a sound ledger's text by inserting, and proves the result before handing it back.
 * @param text a ledger that reads without fault
 * @returns the new text: the old one, unchanged, plus what was inserted
 * @throws Refusal where insertion alone cannot do it, with what to add by hand
 */
export function edit(text: string, additions: readonly Addition[]): string {
  if (additions.length === 0) return text;
  const tree = treeOf(scan(text));
  try {
    const insertions = insertionsFor(text, tree, additions);
    let after = '';
    let at = 0;
    for (const { offset, text: piece } of insertions) {
      after += text.slice(at, offset) + piece;
      at = offset;
    }
    after += text.slice(at);
    guard(text, tree, after, insertions, additions);
    return after;
  } catch (error) {
    if (error instanceof CannotInsert) throw refusal(error.message, tree, additions);
    throw error;
  }
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
