import type { Addition } from '../change/addition.ts';
import { guard } from './guard.ts';
import { insertionsFor } from './insert.ts';
import { scan } from './scan.ts';
import { treeOf } from './tree.ts';

/**
 * Makes additions to a sound ledger's text by inserting, and proves the result before handing it back.
 * @param text a ledger that reads without fault
 * @returns the new text: the old one, unchanged, plus what was inserted
 * @throws Refusal where insertion alone cannot do it, with what to add by hand
 */
export function edit(text: string, additions: readonly Addition[]): string {
  if (additions.length === 0) return text;
  const tree = treeOf(scan(text));
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
}
