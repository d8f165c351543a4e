import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../model/refusal.ts';
import { systemError } from './system-error.ts';

/** In bytes; longer texts do not fit a JavaScript string safely. */
export const LARGEST = 400 * 1024 * 1024;

/** Why a pipe or a device is not read. */
export const NO_FILE = 'no regular file';

/** A file's text, or what keeps it from being one: `line` and `column` tell where, counted from 1. */
export type Opened =
  | { readonly text: string; readonly bytes: Uint8Array }
  | { readonly fault: string; readonly line: number; readonly column: number };

/**
 * Reads a file's text as UTF-8; a byte-order mark stays in it. Anything but a regular file is refused unread, for
 * a pipe or a device could block for ever.
 * @param read what makes text of the bytes
 */
export function openText(path: string, read = decode): Opened {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return fault('a folder, where a file is due');
    if (!stat.isFile()) return fault(NO_FILE);
    if (stat.size > LARGEST) return fault(tooLarge(stat.size));
    // What has no size, such as a file of the kernel, may never end or come.
    if (stat.size === 0) return { text: '', bytes: Buffer.alloc(0) };
  } catch (error) {
    return fault(reason(error));
  }
  return openBytes(() => readFileSync(path), read);
}

/** Reads a file's text from its bytes, however they are read. */
export function openBytes(read: () => Uint8Array, toText = decode): Opened {
  let bytes: Uint8Array;
  try {
    bytes = read();
  } catch (error) {
    return fault(reason(error));
  }
  return toText(bytes);
}

const tooLarge = (size: number) =>
  `too large (${Math.round(size / 2 ** 20)} MB, at most ${LARGEST / 2 ** 20}): cut the ledger in several`;

/** A file's size in bytes; 0 where it is not known, as of standard input. */
export function sizeOf(path: string): number {
  return path === '-' ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}

/** Text from bytes in UTF-8, or where they are not that. */
export function decode(bytes: Uint8Array): Opened {
  if (bytes.length > LARGEST) return fault(tooLarge(bytes.length));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // ASCII takes one byte a character this way, and a fraction of the time.
  if (isAscii(buffer)) return { text: buffer.toString('latin1'), bytes };
  return isUtf8(buffer) ? { text: buffer.toString('utf8'), bytes } : invalidByte(bytes);
}

const fault = (message: string) => ({ fault: message, line: 1, column: 1 });

/** Finds the first byte that is not UTF-8, by decoding the longest sound beginning. */
function invalidByte(bytes: Uint8Array): { fault: string; line: number; column: number } {
  const sound = (length: number) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
    } catch {
      return null;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sound(middle) === null) high = middle - 1;
    else low = middle;
  }
  const before = sound(low) ?? '';
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  const wrong = bytes[Buffer.byteLength(before)] ?? 0;
  const byte = wrong.toString(16).toUpperCase().padStart(2, '0');
  return { fault: `the byte 0x${byte} is not UTF-8: save the file as UTF-8`, line, column };
}

/** What a failed system call says, in words. */
function reason(error: unknown): string {
  const { code, message } = systemError(error);
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ELOOP: 'its symbolic links go in a circle',
    ENOTDIR: 'a part of the path is no folder',
    EISDIR: 'a folder, where a file is due',
    EEXIST: 'it exists already',
    ENAMETOOLONG: 'the name is too long',
  };
  if (code === undefined) throw error;
  return known[code] ?? message;
}

/** A refusal for a file that could not be worked with. */
export const fileRefusal = (path: string, error: unknown, ...advice: string[]) =>
  new Refusal(`${path}: ${reason(error)}`, ...advice);
