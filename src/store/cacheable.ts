import { sizeOf } from './open.ts';

/** In bytes; ledgers that are smaller together are read faster than looked up. */
const SMALLEST = 2 ** 20;

/** Whether there is anything to be gained by keeping what ledgers were read as. */
export function isWorthCaching(found: readonly { readonly path: string }[]): boolean {
  if (found.some(({ path }) => path === '-')) return false;
  let size = 0;
  for (const { path } of found) {
    size += sizeOf(path);
    if (size >= SMALLEST) return true;
  }
  return false;
}
