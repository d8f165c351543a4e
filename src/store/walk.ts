import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileRefusal } from './open.ts';

/** A top-level `factledger` key at the start of a line, plain or quoted. */
const BLOCK_MARK = /^\uFEFF?(?:\? +)?(?:\{\s*)?["']?factledger["']?\s*:/m;
/** In which the key stands in nearly every ledger, in bytes. */
const HEAD = 4096;

/** A file by the path that led to it, and by its own, links resolved. */
export interface WalkedFile {
  readonly path: string;
  readonly real: string;
}

/**
 * All ledgers below a folder, in the order of their names: `*.yaml` and `*.yml` with a top-level `factledger` key.
 * Hidden files and folders are passed over; a symbolic link is followed, each target once.
 */
export async function ledgersBelow(folder: string): Promise<WalkedFile[]> {
  const found: WalkedFile[] = [];
  const visited = new Set<string>();
  const visit = async (path: string, real: string): Promise<void> => {
    if (visited.has(real)) return;
    visited.add(real);
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(path, entry.name);
      // Only a link, or a file system that does not tell, costs a question of its own.
      const isKnown = entry.isFile() || entry.isDirectory();
      const kind = isKnown ? entry : statSync(child, { throwIfNoEntry: false });
      const target = () => (isKnown ? join(real, entry.name) : realpathSync(child));
      if (kind?.isDirectory()) await visit(child, target());
      else if (kind?.isFile() && /\.ya?ml$/i.test(entry.name) && !visited.has(target()) && (await isLedger(child))) {
        visited.add(target());
        found.push({ path: child, real: target() });
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
export async function isLedger(path: string): Promise<boolean> {
  try {
    return BLOCK_MARK.test(headOf(path)) || (await looksLikeLedger(readFileSync(path, 'utf8')));
  } catch {
    return true;
  }
}

/** Whether a text has a top-level `factledger` key. */
export async function looksLikeLedger(text: string): Promise<boolean> {
  if (BLOCK_MARK.test(text)) return true;
  return /^\uFEFF?\s*\{/.test(text) && (await import('../yaml/tree.ts')).hasTopLevelKey(text, 'factledger');
}

const head = Buffer.alloc(HEAD);

/** The start of a file, cut at a line's end: what is cut elsewhere could look like a key. */
function headOf(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const length = readSync(handle, head, 0, HEAD, 0);
    const text = head.toString('utf8', 0, length);
    return length < HEAD ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  } finally {
    closeSync(handle);
  }
}
