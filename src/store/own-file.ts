import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { isOurs } from './own-folder.ts';

/** The text of a file that this user wrote; null where it is none, or larger than so many bytes. */
export function readOwn(path: string, most: number): string | null {
  let handle: number | undefined;
  try {
    // A link would lead to what others have prepared, and a pipe would be waited for.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    return stat.isFile() && isOurs(stat) && stat.size <= most ? readFileSync(handle, 'utf8') : null;
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
