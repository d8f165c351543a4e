import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../model/refusal.ts';
import { digest } from '../text/digest.ts';
import { kernelLocks, nativeFiles } from './kernel-lock.ts';
import { type LockedFile, lock, type Patience } from './lock.ts';
import type { Release } from './lock-kind.ts';
import { fileRefusal, openText } from './open.ts';
import { errorCode, systemError } from './system-error.ts';

/** An owner that chown leaves as it is (POSIX: -1, as an unsigned number). */
const KEEP = 0xffffffff;
/** How often a change is made afresh because somebody else saved the file in between. */
const MOST_ATTEMPTS = 50;

/** A file that is to be changed. */
export interface FileToChange {
  /** Absolute. */
  readonly path: string;
  /** As shown to people. */
  readonly file: string;
  /** What becomes of its text, in UTF-16; asked again about the fresh text if the file changed meanwhile. */
  readonly edit: (text: string) => string | Promise<string>;
}

/** What became of files that were to be changed. */
export interface Updated<F extends FileToChange> {
  /** Those that hold what they were to hold. */
  readonly finished: readonly F[];
  /** What kept the others from it: they are untouched. Null where nothing did. */
  readonly failure: unknown;
}

/**
 * Changes the texts of files under the kernel's locks: takes those of all files first, in the order of their real
 * paths, so that two writers never wait for each other; reads, hands all texts to their edits, and then puts each
 * result in its place in one step, so that at any moment the old text is there or the new one. Mode, owner and symbolic
 * links are kept. What programs without the lock, such as editors, save in between is found, and the change is made
 * afresh on it.
 */
export async function update<F extends FileToChange>(files: readonly F[], patience: Patience): Promise<Updated<F>> {
  const finished: F[] = [];
  try {
    const ordered = inLockOrder(files);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      await updateOnce(
        ordered.filter((file) => !finished.includes(file)),
        patience,
        (file) => finished.push(file),
      );
      if (finished.length === files.length) return { finished, failure: null };
      // Somebody may be in the middle of saving.
      await sleep(10 + attempt);
    }
    const changing = files.filter((file) => !finished.includes(file)).map(({ file }) => file);
    throw new Refusal(
      `${changing.join(', ')}: it keeps changing while it is being written`,
      'Nothing was written. Try again.',
    );
  } catch (failure) {
    return { finished, failure };
  }
}

function inLockOrder<F extends FileToChange>(files: readonly F[]): F[] {
  const keyed = files.map((file) => ({ file, real: realPath(file) }));
  return keyed.sort((a, b) => (a.real < b.real ? -1 : 1)).map(({ file }) => file);
}

function realPath({ path, file }: FileToChange): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw fileRefusal(file, error);
  }
}

interface OpenFile<F extends FileToChange> {
  readonly file: F;
  readonly locked: LockedFile;
}

/** @param onFinished told of each file once it holds what it was to hold */
async function updateOnce<F extends FileToChange>(
  files: readonly F[],
  patience: Patience,
  onFinished: (file: F) => void,
): Promise<void> {
  const open: OpenFile<F>[] = [];
  try {
    for (const file of files) {
      refuseHardLinks(file, open);
      open.push({ file, locked: await lock(file.path, file.file, patience) });
    }
    const edited: (OpenFile<F> & { readonly before: string; readonly after: string })[] = [];
    for (const { file, locked } of open) {
      const before = await orRefuse(file, () => currentText(locked, file));
      edited.push({ file, locked, before, after: await file.edit(before) });
    }
    // All were edited before the first is written: what cannot be done to one is done to none.
    for (const { file, locked, before, after } of edited) {
      if (await orRefuse(file, () => writeOver(locked, file, before, after))) onFinished(file);
    }
  } finally {
    for (const { locked } of open) locked.release();
  }
}

/** One file under two names would wait for its own lock. */
function refuseHardLinks({ path, file }: FileToChange, open: readonly OpenFile<FileToChange>[]): void {
  const now = statSync(path, { throwIfNoEntry: false });
  const same = open.find(
    ({ locked: { stat } }) => now && now.ino !== 0 && stat.ino === now.ino && stat.dev === now.dev,
  );
  if (same) throw new Refusal(`${file} and ${same.file.file} are one file (a hard link)`, 'Name only one of them.');
}

/** Tells in words what the system does not allow. */
async function orRefuse<T>({ file }: FileToChange, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Refusal ? error : fileRefusal(file, error, 'Nothing was written.');
  }
}

function currentText(locked: LockedFile, { file }: FileToChange): string {
  if (locked.isSole) clearStrays(locked.target);
  return soundText(locked.target, file);
}

/** @returns false if somebody else saved the file meanwhile */
async function writeOver(locked: LockedFile, { file }: FileToChange, before: string, after: string): Promise<boolean> {
  return after === before || replace(locked, file, Buffer.from(before, 'utf8'), Buffer.from(after, 'utf8'));
}

/** @throws Refusal if there is a file already */
export function refuseExisting(path: string, file: string): void {
  if (existsSync(path)) throw exists(file);
}

const exists = (file: string) =>
  new Refusal(`${file} exists already`, 'init never writes over a file: name another one.');

/** Creates a file with a text, whole or not at all. @throws Refusal if it exists already or cannot be written */
export async function create(path: string, file: string, text: string): Promise<void> {
  try {
    const temporary = temporaryFor(path);
    const bytes = Buffer.from(text, 'utf8');
    closeSync(writeNew(temporary, bytes));
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error))) throw error;
      closeSync(writeNew(path, bytes)); // A file system without hard links.
    } finally {
      remove(temporary);
    }
    syncFolder(dirname(path));
    clearStrays(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || (errorCode(error) === 'ENOENT' && existsSync(path))) {
      throw exists(file);
    }
    if (errorCode(error) === 'ENOENT')
      throw new Refusal(`${file}: there is no such folder`, `Make it first: mkdir -p ${dirname(file)}`);
    throw fileRefusal(file, error);
  }
}

function soundText(target: string, file: string): string {
  const opened = openText(target);
  if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
  return opened.text;
}

/** Whether a file still holds just these bytes. */
function holds(path: string, bytes: Uint8Array): boolean {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    if (fstatSync(handle).size !== bytes.length) return false;
    const chunk = Buffer.allocUnsafe(Math.min(bytes.length, 2 ** 20));
    for (let at = 0; at < bytes.length; ) {
      const length = readSync(handle, chunk, 0, chunk.length, at);
      if (length === 0 || chunk.compare(bytes, at, at + length, 0, length) !== 0) return false;
      at += length;
    }
    return true;
  } finally {
    closeSync(handle);
  }
}

/** Puts the new text in the file's place; false if somebody else saved it meanwhile, whose text then stands there. */
async function replace(
  { target, stat }: LockedFile,
  file: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<boolean> {
  const temporary = temporaryFor(target);
  let handle: number | undefined;
  let release: Release | 'none' | null = null;
  try {
    handle = openNew(temporary, after, stat, file);
    // Locked before it stands at the target, for whoever opens it there is to wait until this is over.
    release = await (await kernelLocks()).tryTake(handle);
    if (!holds(target, before)) return false;
    const isExchanged = await exchange(temporary, target);
    if (!isExchanged) renameSync(temporary, target);
    try {
      syncFolder(dirname(target));
    } catch (error) {
      throw fileRefusal(file, error, 'The change is in place, but a power cut could undo it: look at the disk.');
    }
    if (!isExchanged || holds(temporary, before)) return true;
    await putBack(temporary, target, after);
    return false;
  } finally {
    remove(temporary);
    if (typeof release === 'function') release();
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * Exchanges the two files, so that what stood at the target until the very last moment can be looked at.
 * @returns false where the system cannot do that in one step; rename is the way then
 */
async function exchange(temporary: string, target: string): Promise<boolean> {
  const native = process.platform === 'win32' ? null : await nativeFiles();
  if (!native) return false;
  try {
    native.swapSync(temporary, target);
    return true;
  } catch (error) {
    if (['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) return false;
    throw error;
  }
}

/** Gives the target back to whoever saved it last: to what we took from there, or to what was saved over ours. */
async function putBack(taken: string, target: string, ours: Uint8Array): Promise<void> {
  await exchange(taken, target);
  if (!holds(taken, ours)) await exchange(taken, target);
}

/** Writes the new text on its way, or says that it is the folder that does not take it. */
function openNew(temporary: string, bytes: Uint8Array, like: Stats, file: string): number {
  try {
    return writeNew(temporary, bytes, like);
  } catch (error) {
    const { syscall } = systemError(error);
    if (syscall !== 'open' || !['EACCES', 'EPERM'].includes(errorCode(error))) throw error;
    throw new Refusal(
      `${file}: no file can be made in its folder: permission denied`,
      'Nothing was written. A ledger is replaced as a whole, so its folder must be writable, too.',
    );
  }
}

/** A name for the text on its way; only the holder of the ledger's lock has one there. */
function temporaryFor(target: string): string {
  return join(dirname(target), `${strayPrefix(target)}${Math.random().toString(36).slice(2)}.tmp`);
}

/** Of one length, for a ledger's own name may be as long as names can be. */
function strayPrefix(target: string): string {
  return `.factledger-${digest(basename(target))}-`;
}

/** Removes what killed runs have left of this ledger, as far as this user may look into the folder. */
function clearStrays(target: string): void {
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
function writeNew(path: string, bytes: Uint8Array, like?: Stats): number {
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
function syncFolder(folder: string): void {
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

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never there.
  }
}
