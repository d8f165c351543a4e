import { Buffer, isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { newHash, sha256 } from '../text/digest.ts';
import { LARGEST } from './open.ts';

/** How much is read at once, in bytes. */
const CHUNK = 2 ** 20;

/**
 * A file that is read in large pieces, into the same memory again and again: what is asked for in order costs few
 * calls, and memory that is touched for the first time costs more than what is read into it. Offsets are bytes.
 */
export class ChunkedFile {
  readonly size: number;
  private readonly handle: number;
  private memory = Buffer.allocUnsafeSlow(0);
  private start = 0;
  private length = 0;

  /** Null where there is no regular file that can be opened. */
  static open(path: string): ChunkedFile | null {
    try {
      return statSync(path).isFile() ? new ChunkedFile(path) : null;
    } catch {
      return null;
    }
  }

  private constructor(path: string) {
    this.handle = openSync(path, 'r');
    this.size = fstatSync(this.handle).size;
  }

  /** As far as the file has them; they hold until the next call. */
  bytesAt(start: number, size: number): Buffer {
    if (start < this.start || start + size > this.start + this.length) {
      if (this.memory.length < size) this.memory = Buffer.allocUnsafeSlow(Math.max(size, Math.min(CHUNK, this.size)));
      this.start = start;
      this.length = readSync(this.handle, this.memory, 0, this.memory.length, start);
    }
    const from = start - this.start;
    return this.memory.subarray(from, Math.min(from + size, this.length));
  }

  /** Decoded from UTF-8. */
  textAt(start: number, size: number): string {
    const bytes = this.bytesAt(start, size);
    return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  }

  /** SHA-256 in hexadecimal. */
  digestOf(start: number, size: number): string {
    const end = Math.min(start + size, this.size);
    if (end - start <= CHUNK) return sha256(this.bytesAt(start, Math.max(0, end - start)));
    const hash = newHash();
    for (let at = start; at < end; ) {
      const bytes = this.bytesAt(at, Math.min(CHUNK, end - at));
      if (bytes.length === 0) break;
      hash.update(bytes);
      at += bytes.length;
    }
    return hash.digest('hex');
  }
}

let memory: Buffer | undefined;

/** SHA-256 of a regular file in hexadecimal; null where it cannot be read, or is larger than a ledger may be. */
export function sha256OfFile(path: string): string | null {
  memory ??= Buffer.allocUnsafeSlow(CHUNK);
  let handle: number | undefined;
  try {
    // A pipe could block for ever, and a device never end.
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > LARGEST) return null;
    handle = openSync(path, 'r');
    // A regular file gives all that it has.
    let length = readSync(handle, memory, 0, CHUNK, null);
    if (length < CHUNK) return sha256(memory.subarray(0, length));
    const hash = newHash();
    for (; length > 0; length = readSync(handle, memory, 0, CHUNK, null)) hash.update(memory.subarray(0, length));
    return hash.digest('hex');
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
