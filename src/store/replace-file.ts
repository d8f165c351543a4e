import { closeSync, fstatSync, openSync, readSync, renameSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../model/refusal.ts';
import { kernelLocks, nativeFiles } from './kernel-lock.ts';
import type { LockedFile } from './lock.ts';
import type { Release } from './lock-kind.ts';
import { fileRefusal } from './open.ts';
import { errorCode, systemError } from './system-error.ts';
import { remove, syncFolder, temporaryFor, writeNew } from './text-on-its-way.ts';

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
export async function replace(
  { target, stat, isOpen }: LockedFile,
  file: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<boolean> {
  const temporary = temporaryFor(target);
  let handle: number | undefined;
  let release: Release | 'none' | null = null;
  try {
    handle = openNew(temporary, after, stat, file);
    if (isOpen) {
      // Locked before it stands at the target, for whoever opens it there is to wait until this is over.
      release = await (await kernelLocks()).tryTake(handle);
    } else {
      closeSync(handle);
      handle = undefined;
    }
    if (!holds(target, before)) return false;
    const isExchanged = isOpen && (await exchange(temporary, target));
    if (!isExchanged && !(await rename(temporary, target, before, isOpen ? 0 : MOST_READERS))) return false;
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

/** How often a rename is tried again on Windows, which refuses it while anybody reads the target, if only a scanner of viruses. */
const MOST_READERS = 10;

/**
 * Renames the text on its way to its target.
 * @param most how often it is tried again
 * @returns false if the target was saved by somebody else while it waited
 */
async function rename(temporary: string, target: string, before: Uint8Array, most: number): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(temporary, target);
      return true;
    } catch (error) {
      if (attempt > most || !['EACCES', 'EBUSY', 'EPERM'].includes(errorCode(error))) throw error;
      await sleep(attempt * 20);
      if (!holds(target, before)) return false;
    }
  }
}

/**
 * Exchanges the two files, so that what stood at the target until the very last moment can be looked at.
 * @returns false where the system cannot do that in one step; rename is the way then
 */
async function exchange(temporary: string, target: string): Promise<boolean> {
  const native = await nativeFiles();
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
