/** At most a number of the items that come; nothing is made beyond them. */
export function* upTo<T>(most: number, items: Iterable<T>): Iterable<T> {
  let left = most;
  if (left === 0) return;
  for (const item of items) {
    yield item;
    if (--left === 0) return;
  }
}

/** Whether anything comes, told before all of it is there. @returns what comes, to be gone through once */
export function peeked<T>(items: Iterable<T>): { readonly items: Iterable<T>; readonly isEmpty: boolean } {
  const rest = items[Symbol.iterator]();
  const first = rest.next();
  if (first.done) return { items: [], isEmpty: true };
  function* again(): Iterable<T> {
    for (let next = first; !next.done; next = rest.next()) yield next.value;
  }
  return { items: again(), isEmpty: false };
}
