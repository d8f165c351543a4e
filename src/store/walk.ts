import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasTopLevelKey } from '../yaml/tree.ts';
import { fileRefusal } from './open.ts';

/** A top-level `factledger` key at the start of a line, plain or quoted. */
const BLOCK_MARK = /^\uFEFF?(?:\? +)?(?:\{\s*)?["']?factledger["']?\s*:/m;

/**
 * All ledgers below a folder, in the order of their names: `*.yaml` and `*.yml` with a top-level `factledger` key.
 * Hidden files and folders are passed over; a symbolic link is followed, each target once.
 */
export function ledgersBelow(folder: string): string[] {
  const found: string[] = [];
  const visited = new Set<string>();
  const visit = (path: string): void => {
    const real = realpathSync(path);
    if (visited.has(real)) return;
    visited.add(real);
    const names = readdirSync(path).filter((name) => !name.startsWith('.'));
    for (const name of names.sort()) {
      const child = join(path, name);
      const stat = statSync(child, { throwIfNoEntry: false });
      if (stat?.isDirectory()) visit(child);
      else if (stat?.isFile() && /\.ya?ml$/i.test(name) && isLedger(child) && isNew(child, visited)) found.push(child);
    }
  };
  try {
    visit(folder);
  } catch (error) {
    throw fileRefusal((error as NodeJS.ErrnoException).path ?? folder, error);
  }
  return found;
}

function isNew(path: string, visited: Set<string>): boolean {
  const real = realpathSync(path);
  if (visited.has(real)) return false;
  visited.add(real);
  return true;
}

/** Whether a file looks like a ledger. One that cannot be read does: its error is not to be passed over. */
export function isLedger(path: string): boolean {
  try {
    return looksLikeLedger(readFileSync(path, 'utf8'));
  } catch {
    return true;
  }
}

/** Whether a text has a top-level `factledger` key. */
export const looksLikeLedger = (text: string): boolean =>
  BLOCK_MARK.test(text) || (/^\uFEFF?\s*\{/.test(text) && hasTopLevelKey(text, 'factledger'));
