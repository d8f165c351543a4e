import { sha256 } from '../text/digest.ts';
import type { Files } from './files.ts';

/** A top-level `factledger` key at the start of a line, plain or quoted. */
const BLOCK_MARK = /^\uFEFF?(?:\? +)?(?:\{\s*)?["']?factledger["']?\s*:/m;
/** In which the key stands in nearly every ledger, in bytes. */
const HEAD = 4096;
/** From this many bytes on, counted over all files, digests are worth their time. */
const LARGE = 2 ** 20;

/**
 * Which files are ledgers: those with a top-level `factledger` key.
 * @param wantsDigests whether the ledgers are to be looked up by their digests, which costs least while they are open
 * @returns by path, SHA-256 of what stood in the file then; null where it was not asked for, or not all of it was read
 */
export async function ledgersAmong(
  files: Files,
  paths: readonly string[],
  wantsDigests: boolean,
): Promise<Map<string, string | null>> {
  const ledgers = new Map<string, string | null>();
  let seen = 0;
  files.prefetch(paths);
  for (const path of paths) {
    const takesDigest = wantsDigests && seen > LARGE;
    const most = takesDigest ? LARGE : HEAD;
    const start = files.start(path, most);
    seen += start?.length ?? 0;
    if (!(await isLedger(files, path, start))) continue;
    ledgers.set(path, takesDigest && start !== null && start.length < most ? sha256(start) : null);
  }
  return ledgers;
}

/** Whether a file looks like a ledger. One that cannot be read does: its error is not to be passed over. */
async function isLedger(files: Files, path: string, start: Buffer | null): Promise<boolean> {
  if (start === null) return true;
  // Cut at a line's end, for what is cut elsewhere could look like a key.
  const head = start.toString('utf8', 0, HEAD);
  if (BLOCK_MARK.test(start.length < HEAD ? head : head.slice(0, head.lastIndexOf('\n') + 1))) return true;
  try {
    return await looksLikeLedger(files.bytes(path).toString('utf8'));
  } catch {
    return true;
  }
}

/** Whether a text has a top-level `factledger` key. */
export async function looksLikeLedger(text: string): Promise<boolean> {
  if (BLOCK_MARK.test(text)) return true;
  return /^\uFEFF?\s*\{/.test(text) && (await import('../yaml/tree.ts')).hasTopLevelKey(text, 'factledger');
}
