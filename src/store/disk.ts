import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import type { Files } from './files.ts';
import { fileRefusal } from './open.ts';

let memory = Buffer.alloc(0);

/** The files of the disk as they are now. */
export const disk: Files = {
  stat: (path) => statSync(path, { throwIfNoEntry: false }),
  real: (path) => realpathSync(path),
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  start: (path, most) => {
    // The same memory for every file: what is touched for the first time costs more than what is read into it.
    if (memory.length < most) memory = Buffer.allocUnsafeSlow(most);
    let handle: number | undefined;
    try {
      handle = openSync(path, 'r');
      // What has no size, such as a file of the kernel, may never end or come.
      if (fstatSync(handle).size === 0) return memory.subarray(0, 0);
      return memory.subarray(0, readSync(handle, memory, 0, most, 0));
    } catch {
      return null;
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  },
  bytes: (path) => (statSync(path).size === 0 ? Buffer.alloc(0) : readFileSync(path)),
  prefetch: () => {},
};

/** @throws Refusal if that cannot be told */
export function isFile(path: string): boolean {
  try {
    return disk.stat(path)?.isFile() ?? false;
  } catch (error) {
    throw fileRefusal(path, error);
  }
}
