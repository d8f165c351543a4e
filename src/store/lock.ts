import { closeSync, fstatSync, openSync, realpathSync, type Stats, statSync } from 'node:fs';
import { Refusal } from '../model/refusal.ts';
import { fileInStead } from './file-in-stead.ts';
import { kernelLocks } from './kernel-lock.ts';
import type { Release } from './lock-kind.ts';
import { fileRefusal } from './open.ts';

/** How a writer waits for another one, in milliseconds. */
export interface Patience {
  /** After which time the user is told. */
  readonly quiet: number;
  /** After which time with the same writer it gives up; as long as one follows another, all get their turn. */
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
  /** Whether the file may be renamed over while it is open; not on Windows, where the lock is on another file. */
  readonly isOpen: boolean;
  readonly release: Release;
}

/**
 * Opens a ledger's file for writing and takes the kernel's lock on it, which dies with its holder and leaves no file.
 * A lock holds the inode: what a writer before us put in place is opened anew. On Windows, where nothing takes the place
 * of an open file, the lock is on a file of its own, named for the ledger's path.
 * @param platform as Node calls it
 * @throws Refusal if the file cannot be written, or if another writer holds it for too long
 */
export async function lock(
  path: string,
  file: string,
  patience: Patience,
  platform: string = process.platform,
): Promise<LockedFile> {
  const isOpen = platform !== 'win32';
  const start = performance.now();
  const notice = { isGiven: false };
  for (;;) {
    const { handle, target } = open(path, file, isOpen);
    const release = await lockOf(handle, file, { ...patience, quiet: start + patience.quiet }, notice);
    const letGo = () => {
      if (release !== 'none') release();
      closeSync(handle);
    };
    const stat = isOpen ? fstatSync(handle) : statOf(target, file);
    if (isStill(path, target, stat, file)) {
      if (release === 'none')
        await patience.tell(`${file}: no lock can be had here, so let one writer at a time change it`);
      return { target, stat, isSole: release !== 'none', isOpen, release: letGo };
    }
    letGo();
    if (!stat.isFile()) throw new Refusal(`${file}: no regular file any more`);
  }
}

/** @param isOpen whether the ledger itself stays open, and not a file in its stead */
function open(path: string, file: string, isOpen: boolean): { handle: number; target: string } {
  try {
    const target = realpathSync(path);
    const handle = openSync(target, 'r+');
    if (isOpen) return { handle, target };
    closeSync(handle);
    return { handle: openSync(fileInStead(target), 'a'), target };
  } catch (error) {
    throw fileRefusal(file, error);
  }
}

function statOf(target: string, file: string): Stats {
  try {
    return statSync(target);
  } catch (error) {
    throw fileRefusal(file, error);
  }
}

/**
 * Takes the lock on an open file; closes the file if it gives up.
 * @param patience `quiet` is the time at which the user is told, not how long until then
 */
async function lockOf(
  handle: number,
  file: string,
  patience: Patience,
  notice: { isGiven: boolean },
): Promise<Release | 'none'> {
  try {
    const locks = await kernelLocks();
    return (await locks.tryTake(handle)) ?? (await patiently(locks.take(handle), handle, file, patience, notice));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    closeSync(handle);
    throw fileRefusal(file, error);
  }
}

/** How long a program that is at its end is left to a wait that cannot be called off, in milliseconds. */
const LINGERING = 1_000;

async function patiently(
  taken: Promise<Release>,
  handle: number,
  file: string,
  { quiet, most, tell }: Patience,
  notice: { isGiven: boolean },
): Promise<Release> {
  const timers: NodeJS.Timeout[] = [];
  const later = (milliseconds: number) =>
    new Promise<void>((resolve) => timers.push(setTimeout(resolve, Math.max(0, milliseconds))));
  const told = later(quiet - performance.now()).then(async () => {
    if (!notice.isGiven) await tell(`${file}: another factledger is writing it; waiting …`);
    notice.isGiven = true;
  });
  try {
    const release = await Promise.race([taken, later(most).then(() => null)]);
    if (release) return release;
    await told;
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
  let isWaiting = true;
  void taken
    .then((release) => release())
    .finally(() => {
      isWaiting = false;
      closeSync(handle);
    });
  // The kernel cannot be told that nobody waits any more, and the wait would keep the program from ending once it is done.
  const timer = setInterval(() => {
    if (!isWaiting) clearInterval(timer);
    else if (process.exitCode !== undefined) process.exit();
  }, LINGERING).unref();
  throw new Refusal(
    `${file}: another factledger has been writing it for ${Math.round(most / 1000)} seconds`,
    'Nothing was written. See that it ends, then try again.',
  );
}

/** Whether the path still leads to the file that was opened. */
function isStill(path: string, target: string, stat: Stats, file: string): boolean {
  try {
    const now = statSync(target, { throwIfNoEntry: false });
    return stat.isFile() && now?.dev === stat.dev && now.ino === stat.ino && realpathSync(path) === target;
  } catch (error) {
    throw fileRefusal(file, error);
  }
}
