import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../text/digest.ts';
import { fileRefusal } from './open.ts';

/** A top-level `factledger` key at the start of a line, plain or quoted. */
const BLOCK_MARK = /^\uFEFF?(?:\? +)?(?:\{\s*)?["']?factledger["']?\s*:/m;
/** In which the key stands in nearly every ledger, in bytes. */
const HEAD = 4096;
/** From this many bytes on, counted over all files, digests are worth their time. */
const LARGE = 2 ** 20;

/** A file by the path that led to it, and by its own, links resolved. */
export interface WalkedFile {
  readonly path: string;
  readonly real: string;
  /** SHA-256 of what stood in the file then; null where it was not asked for, or not all of the file was read. */
  readonly digest: string | null;
}

/**
 * All ledgers below a folder, in the order of their names: `*.yaml` and `*.yml` with a top-level `factledger` key.
 * Hidden files and folders are passed over; a symbolic link is followed, each target once.
 * @param wantsDigests whether the ledgers are to be looked up by their digests, which costs least while they are open
 */
export async function ledgersBelow(folder: string, wantsDigests = false): Promise<WalkedFile[]> {
  const found: WalkedFile[] = [];
  const visited = new Set<string>();
  let seen = 0;
  const visit = async (path: string, real: string): Promise<void> => {
    if (visited.has(real)) return;
    visited.add(real);
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(path, entry.name);
      // Only a link, or a file system that does not tell, costs a question of its own; and a name that is no UTF-8, for
      // it cannot be opened by what was read of it.
      const isKnown = (entry.isFile() || entry.isDirectory()) && !entry.name.includes('\ufffd');
      const kind = isKnown ? entry : statSync(child, { throwIfNoEntry: false });
      if (!kind?.isDirectory() && !(kind?.isFile() && /\.ya?ml$/i.test(entry.name))) continue;
      const target = isKnown ? join(real, entry.name) : realpathSync(child);
      if (kind.isDirectory()) await visit(child, target);
      else if (!visited.has(target)) {
        const takesDigest = wantsDigests && seen > LARGE;
        const most = takesDigest ? LARGE : HEAD;
        const start = startOf(child, most);
        seen += start?.length ?? 0;
        if (!(await isLedger(child, start))) continue;
        visited.add(target);
        const digest = takesDigest && start !== null && start.length < most ? sha256(start) : null;
        found.push({ path: child, real: target, digest });
      }
    }
  };
  try {
    await visit(folder, realpathSync(folder));
  } catch (error) {
    throw fileRefusal((error as NodeJS.ErrnoException).path ?? folder, error);
  }
  return found;
}

/** Whether a file looks like a ledger. One that cannot be read does: its error is not to be passed over. */
export async function isLedger(path: string, start = startOf(path, HEAD)): Promise<boolean> {
  if (start === null) return true;
  // Cut at a line's end, for what is cut elsewhere could look like a key.
  const head = start.toString('utf8', 0, HEAD);
  if (BLOCK_MARK.test(start.length < HEAD ? head : head.slice(0, head.lastIndexOf('\n') + 1))) return true;
  try {
    return await looksLikeLedger(readFileSync(path, 'utf8'));
  } catch {
    return true;
  }
}

/** Whether a text has a top-level `factledger` key. */
export async function looksLikeLedger(text: string): Promise<boolean> {
  if (BLOCK_MARK.test(text)) return true;
  return /^\uFEFF?\s*\{/.test(text) && (await import('../yaml/tree.ts')).hasTopLevelKey(text, 'factledger');
}

let memory = Buffer.alloc(0);

/** The first bytes of a file, which hold until the next call; null where it cannot be read. */
function startOf(path: string, most: number): Buffer | null {
  if (memory.length < most) memory = Buffer.allocUnsafeSlow(most);
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    return memory.subarray(0, readSync(handle, memory, 0, most, 0));
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
