import { defined } from './defined.ts';

/** The index of the last number that is not beyond another, in an ascending list; -1 if all are beyond. */
export function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (defined(ascending[middle]) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
