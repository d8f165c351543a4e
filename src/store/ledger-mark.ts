import { sha256 } from '../text/digest.ts';
import type { Files } from './files.ts';

/** A top-level `factledger` key at the start of a line, plain or quoted. */
const BLOCK_MARK = /^\uFEFF?(?:\? +)?(?:\{\s*)?["']?factledger["']?\s*:/m;
/** A double-quoted text with an escape that may stand for a letter, or for none. */
const ESCAPED = /"[^"]*\\(?:[xuU]|\r?\n)/;
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

/** Whether a file looks like a ledger. One that cannot be read does: its error must be told. */
async function isLedger(files: Files, path: string, start: Buffer | null): Promise<boolean> {
  if (start === null) return true;
  // Cut at a line's end, for what is cut elsewhere could look like a key.
  const head = start.toString('utf8', 0, HEAD);
  if (BLOCK_MARK.test(start.length < HEAD ? head : head.slice(0, head.lastIndexOf('\n') + 1))) return true;
  try {
    return await looksLikeLedger(files.bytes(path));
  } catch {
    return true;
  }
}

/** Whether bytes are a text with a top-level `factledger` key, or one that is no text as a whole but has the word. */
export async function looksLikeLedger(bytes: Buffer): Promise<boolean> {
  const text = bytes.toString('utf8');
  if (BLOCK_MARK.test(text)) return true;
  // UTF-16, which parts the letters by zeros.
  if (text.includes('\0')) return text.replaceAll('\0', '').includes('factledger');
  // A key may be anchored, indented or written with escapes: then only the parser can tell.
  if (!text.includes('factledger') && !ESCAPED.test(text)) return false;
  return (await import('../yaml/tree.ts')).hasTopLevelKey(text, 'factledger');
}
