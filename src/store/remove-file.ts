import { linkSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256OfFile } from './chunked-file.ts';
import { lock, type Patience } from './lock.ts';
import { fileRefusal } from './open.ts';
import { remove, syncFolder, temporaryFor } from './text-on-its-way.ts';

/**
 * Removes a file under its lock, if it holds what it is to hold.
 * @param path absolute
 * @param file as shown to people
 * @param digest SHA-256 of what it is to hold
 * @returns false if it holds something else; it stays as it is then
 * @throws Refusal if it cannot be removed
 */
export async function removeUnchanged(
  path: string,
  file: string,
  digest: string,
  patience: Patience,
): Promise<boolean> {
  const { target, release } = await lock(path, file, patience);
  try {
    if (sha256OfFile(target) !== digest) return false;
    // Out of the way first: what an editor saves in this very moment is looked at before it goes.
    const aside = temporaryFor(target);
    renameSync(target, aside);
    const isUnchanged = sha256OfFile(aside) === digest;
    if (!isUnchanged) linkSync(aside, target);
    remove(aside);
    syncFolder(dirname(target));
    return isUnchanged;
  } catch (error) {
    throw fileRefusal(file, error, 'It stays as it is.');
  } finally {
    release();
  }
}
