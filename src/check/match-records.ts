interface Identified {
  readonly id: string;
  readonly formerly: readonly string[];
}

/**
 * Finds the records of a ledger again in what it is now: by its id, else by the record that had it formerly. One to one:
 * what stood there itself is nobody else's match, and of several whose ids one record has, the first with a history is.
 * @returns for each record that is found, what it is now
 */
export function matchRecords<R extends Identified>(
  then: readonly R[],
  now: readonly R[],
  hasHistory: (record: R) => boolean,
): ReadonlyMap<R, R> {
  const byId = new Map(now.map((record) => [record.id, record]));
  const found = new Map<R, R>();
  const missing = then.filter((was) => {
    const is = byId.get(was.id);
    if (is) found.set(was, is);
    return !is;
  });
  if (missing.length === 0) return found;
  const heirs = new Map<string, R>();
  for (const record of now) for (const former of record.formerly) heirs.set(former, record);
  const taken = new Set(found.values());
  for (const was of [...missing.filter(hasHistory), ...missing.filter((one) => !hasHistory(one))]) {
    const is = heirs.get(was.id);
    if (!is || taken.has(is)) continue;
    found.set(was, is);
    taken.add(is);
  }
  return found;
}

/** A record that stood there, and has an id now, under `formerly`, which another one had there. */
export interface Taken<R> {
  readonly by: R;
  readonly from: R;
}

/**
 * Records that have ids of others.
 * @param pairs what {@link matchRecords} found
 * @param hasHistory whether a record that stood there matters: one of the two must
 */
export function takenIds<R extends Identified>(
  then: readonly R[],
  now: readonly R[],
  pairs: ReadonlyMap<R, R>,
  hasHistory: (record: R) => boolean,
): Taken<R>[] {
  if (now.every(({ formerly }) => formerly.length === 0)) return [];
  const owners = new Map<string, R>();
  for (const was of then) for (const id of was.formerly) owners.set(id, was);
  for (const was of then) owners.set(was.id, was);
  const origins = new Map(Array.from(pairs, ([was, is]) => [is, was]));
  return now.flatMap((by) => {
    const own = origins.get(by);
    // A new record that has the id of one that is gone hides nothing.
    if (!own) return [];
    const others = new Set(by.formerly.flatMap((id) => owners.get(id) ?? []));
    others.delete(own);
    return Array.from(others)
      .filter((from) => hasHistory(own) || hasHistory(from))
      .map((from) => ({ by, from }));
  });
}
