import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { fileRefusal, openText } from './open.ts';

/** An owner that chown leaves as it is (POSIX: -1, as an unsigned number). */
const KEEP = 0xffffffff;

/**
 * Changes a file's text: reads it afresh, hands it to `edit`, and puts the result in its place by rename, so that
 * at any moment the old text is there or the new one. Mode, owner and symbolic links are kept.
 * @param edit from the text to the new text, in UTF-16; called again if the file changed in the meantime
 * @returns whether the text changed
 * @throws Refusal if the file cannot be read or written; the file is untouched then
 */
export function update(path: string, file: string, edit: (text: string) => string): boolean {
  for (let attempt = 0; attempt < 5; attempt++) {
    const target = follow(path, file);
    const opened = openText(target);
    if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
    const text = edit(opened.text);
    if (text === opened.text) return false;
    if (replace(target, file, opened.text, text)) return true;
  }
  throw new Refusal(`${file}: it keeps changing while it is being written`, 'Nothing was written. Try again.');
}

/** Creates a file with a text. @throws Refusal if it exists already or cannot be written */
export function create(path: string, file: string, text: string): void {
  try {
    writeDurably(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new Refusal(`${file} exists already`, 'init never writes over a file: name another one.');
    }
    throw fileRefusal(file, error);
  }
}

function follow(path: string, file: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw fileRefusal(file, error);
  }
}

/** Puts the new text in the file's place; false if the file no longer holds the text that the edit was made on. */
function replace(target: string, file: string, before: string, after: string): boolean {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  try {
    // Renaming would get around a file's own protection.
    accessSync(target, constants.W_OK);
    writeDurably(temporary, after, statSync(target));
    const now = openText(target);
    if ('fault' in now || now.text !== before) {
      unlinkSync(temporary);
      return false;
    }
    renameSync(temporary, target);
    syncFolder(dirname(target));
    return true;
  } catch (error) {
    remove(temporary);
    throw fileRefusal(file, error);
  }
}

function writeDurably(path: string, text: string, like?: { mode: number; uid: number; gid: number }): void {
  const handle = openSync(path, 'wx', like ? like.mode & 0o777 : 0o666);
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    if (like) {
      fchmodSync(handle, like.mode & 0o7777);
      giveTo(handle, like);
    }
    fsyncSync(handle);
  } catch (error) {
    remove(path);
    throw error;
  } finally {
    closeSync(handle);
  }
  if (!like) syncFolder(dirname(path));
}

/** Hands the file to the old one's owner and group, as far as the system lets this user do so. */
function giveTo(handle: number, { uid, gid }: { uid: number; gid: number }): void {
  for (const owner of [uid, KEEP]) {
    try {
      fchownSync(handle, owner, gid);
      return;
    } catch (error) {
      if (!['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
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
    if (!['EINVAL', 'EISDIR', 'EPERM', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never there.
  }
}
