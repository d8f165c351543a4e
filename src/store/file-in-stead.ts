import { mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from '../text/digest.ts';

/**
 * The file that is locked in a ledger's stead: one for each path, in the user's folder for temporary files. It is empty, and
 * stays there: removed, it could be locked by one writer and made anew by the next.
 * @param target the ledger's real path
 */
export function fileInStead(target: string): string {
  const folder = join(tmpdir(), 'factledger-locks');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Upper and lower case lead to the same file there.
  return join(folder, `${digest(realpathSync.native(target).toLowerCase())}.lock`);
}
