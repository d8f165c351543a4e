import { closeSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that is written piece by piece and comes to stand in its place whole or not at all; only its user can read it. */
export class PlacedFile {
  /** What is written so far, in bytes. */
  size = 0;
  private readonly path: string;
  private readonly temporary: string;
  private readonly most: number;
  private handle: number | null;

  /** @param most how large it may grow, in bytes */
  constructor(path: string, most: number) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.path = path;
    this.most = most;
    this.temporary = `${path}.${process.pid}.tmp`;
    this.handle = openSync(this.temporary, 'w', 0o600);
  }

  /** @throws if the disk is full, the file grows too large, or it was discarded */
  write(part: Uint8Array): void {
    if (this.handle === null || this.size + part.length > this.most) throw new Error('the file takes no more');
    for (let at = 0; at < part.length; ) at += writeSync(this.handle, part, at);
    this.size += part.length;
  }

  place(): void {
    this.close();
    try {
      renameSync(this.temporary, this.path);
    } catch (error) {
      unlinkSync(this.temporary);
      throw error;
    }
  }

  discard(): void {
    if (this.handle === null) return;
    this.close();
    unlinkSync(this.temporary);
  }

  private close(): void {
    if (this.handle !== null) closeSync(this.handle);
    this.handle = null;
  }
}
