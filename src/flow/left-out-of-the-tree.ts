import { isFile } from '../store/disk.ts';
import { type FoundLedger, foundBeside } from '../store/found-ledger.ts';
import { decode } from '../store/open.ts';
import type { WorkTree } from '../store/work-tree.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';
import type { OpenedLedger } from './open-ledgers.ts';

/**
 * Ledgers that a sparse checkout leaves out of the work tree, as they stand in the index.
 * @param missing those that stood somewhere and were not found, by their own path and the one that led to them
 * @param found those that were
 * @returns by own path
 */
export async function leftOutOfTheTree(
  world: Context['world'],
  tree: WorkTree,
  missing: readonly { readonly path: string; readonly name: string }[],
  found: readonly FoundLedger[],
): Promise<Map<string, OpenedLedger & { readonly text: string }>> {
  const left = missing.flatMap(({ path, name }) => {
    const entry = isFile(path) || isFile(name) ? undefined : tree.index().get(path);
    return entry?.isLeftOut ? [{ path, name, oid: entry.oid }] : [];
  });
  const blobs = tree.blobs(left.map(({ oid }) => oid));
  const opened = new Map<string, OpenedLedger & { readonly text: string }>();
  for (const [at, { path, name }] of left.entries()) {
    const text = decode(blobs[at] ?? Buffer.alloc(0));
    if (!('text' in text)) continue;
    opened.set(path, {
      found: foundBeside(world, found, name),
      text: text.text,
      ...(await readLedger(text.text)),
      at: null,
    });
  }
  return opened;
}
