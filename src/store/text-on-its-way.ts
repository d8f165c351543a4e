import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digest } from '../text/digest.ts';
import { errorCode } from './system-error.ts';

/** An owner that chown leaves as it is (POSIX: -1, as an unsigned number). */
const KEEP = 0xffffffff;

/** A name for the text on its way; only the holder of the ledger's lock has one there. */
export function temporaryFor(target: string): string {
  return join(dirname(target), `${strayPrefix(target)}${Math.random().toString(36).slice(2)}.tmp`);
}

/** Of one length, for a ledger's own name may be as long as names can be. */
function strayPrefix(target: string): string {
  return `.factledger-${digest(basename(target))}-`;
}

/** Removes what killed runs have left of this ledger, as far as this user may look into the folder. */
export function clearStrays(target: string): void {
  const prefix = strayPrefix(target);
  let names: string[] = [];
  try {
    names = readdirSync(dirname(target));
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
  }
  for (const name of names) {
    if (name.startsWith(prefix) && name.endsWith('.tmp')) remove(join(dirname(target), name));
  }
}

/** Writes a new file down to the disk, with the mode and owner of another one, and leaves it open. */
export function writeNew(path: string, bytes: Uint8Array, like?: Stats): number {
  const handle = openSync(path, 'wx', like ? like.mode & 0o777 : 0o666);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    if (like) {
      giveTo(handle, like);
      // Some file systems have no modes of their own, and refuse to set one.
      if (fstatSync(handle).mode !== like.mode) fchmodSync(handle, like.mode & 0o7777);
    }
    fsyncSync(handle);
    return handle;
  } catch (error) {
    closeSync(handle);
    remove(path);
    throw error;
  }
}

/** Hands the file to the old one's owner and group, as far as the system lets this user do so. */
function giveTo(handle: number, { uid, gid }: Stats): void {
  for (const owner of [uid, KEEP]) {
    try {
      fchownSync(handle, owner, gid);
      return;
    } catch (error) {
      if (!['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(errorCode(error))) throw error;
    }
  }
}

/** Makes a rename last; some file systems cannot, and need not. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!['EINVAL', 'EISDIR', 'EPERM', 'ENOTSUP', 'EACCES'].includes(errorCode(error))) throw error;
  }
}

export function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never there.
  }
}
