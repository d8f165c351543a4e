import { closeSync, fstatSync, openSync, realpathSync, type Stats, statSync } from 'node:fs';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../model/refusal.ts';
import { fileRefusal } from './open.ts';
import { errorCode } from './system-error.ts';

/** How a writer waits for another one, in milliseconds. */
export interface Patience {
  /** After which time the user is told. */
  readonly quiet: number;
  /** After which time it gives up. */
  readonly most: number;
  /** Tells the user something while the write goes on. */
  readonly tell: (message: string) => Promise<void>;
}

/** A ledger's file, open for writing. */
export interface LockedFile {
  /** The file itself, symbolic links resolved. */
  readonly target: string;
  readonly stat: Stats;
  /** Whether every other factledger is kept out; not where the system has no locks. */
  readonly isSole: boolean;
  readonly release: () => void;
}

/**
 * The byte that is locked, far behind the end of any ledger: where a lock keeps readers out too (Windows), they never
 * come near it.
 */
const LOCKED_BYTE = 2 ** 52;
/** What the system says where a file system has no locks; the package has no name for ENOLCK. */
const NO_LOCKS = [`Unknown system error -${constants.errno.ENOLCK}`, 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];

/**
 * Opens a ledger's file for writing and takes the kernel's lock on it, which dies with its holder and leaves no file.
 * A lock holds the inode: what a writer before us put in place is opened anew.
 * @throws Refusal if the file cannot be written, or if another writer holds it for too long
 */
export async function lock(path: string, file: string, patience: Patience): Promise<LockedFile> {
  const start = performance.now();
  let isTold = false;
  for (;;) {
    const locked = await tryOnce(path, file);
    if (locked) {
      if (!locked.isSole)
        await patience.tell(`${file}: no lock can be had here, so let one writer at a time change it`);
      return locked;
    }
    const waited = performance.now() - start;
    if (waited > patience.most) {
      throw new Refusal(
        `${file}: another factledger has been writing it for ${Math.round(waited / 1000)} seconds`,
        'Nothing was written. See that it ends, then try again.',
      );
    }
    if (!isTold && waited > patience.quiet) {
      await patience.tell(`${file}: another factledger is writing it; waiting …`);
      isTold = true;
    }
    // Waiters that wake together would miss each other's turns.
    await sleep(5 + Math.random() * 20);
  }
}

async function tryOnce(path: string, file: string): Promise<LockedFile | null> {
  let handle: number | undefined;
  try {
    const target = realpathSync(path);
    handle = openSync(target, 'r+');
    const isSole = await takeLock(handle);
    const stat = fstatSync(handle);
    if (isSole !== null && stat.isFile() && isStill(path, target, stat)) {
      const held = handle;
      handle = undefined;
      return { target, stat, isSole, release: () => closeSync(held) };
    }
    if (!stat.isFile()) throw new Refusal(`${file}: no regular file any more`);
    return null;
  } catch (error) {
    throw error instanceof Refusal ? error : fileRefusal(file, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * Takes the kernel's lock on an open file.
 * @returns whether it was granted; false where there are no locks, null where another one has it
 */
export async function takeLock(handle: number): Promise<boolean | null> {
  const native = await nativeFiles();
  if (!native) return false;
  try {
    return native.tryLock(handle, LOCKED_BYTE, 1) ? true : null;
  } catch (error) {
    if (NO_LOCKS.includes(errorCode(error))) return false;
    throw error;
  }
}

/** Whether the path still leads to the file that was opened. */
function isStill(path: string, target: string, { dev, ino }: Stats): boolean {
  const now = statSync(target, { throwIfNoEntry: false });
  return now?.dev === dev && now.ino === ino && realpathSync(path) === target;
}

/** Loaded by what writes only; null on a system for which the package brings no binary. */
export async function nativeFiles(): Promise<typeof import('fs-native-extensions') | null> {
  try {
    return await import('fs-native-extensions');
  } catch {
    return null;
  }
}
