/** A ledger's name for itself, and the ids of its claims. */
export interface Identified {
  readonly path: string;
  readonly claims: readonly string[];
}

/**
 * Follows renames: pairs ledgers that are gone from their path with new ones that hold at least half of their claims,
 * by id; each is paired once, the one with most in common first.
 * @returns for each new path, the path it had
 */
export function pairLedgers(gone: readonly Identified[], fresh: readonly Identified[]): Map<string, string> {
  const holders = new Map<string, string[]>();
  for (const { path, claims } of fresh) {
    for (const claim of new Set(claims)) {
      const paths = holders.get(claim) ?? [];
      paths.push(path);
      holders.set(claim, paths);
    }
  }
  const scored = gone.flatMap(({ path: from, claims }) => {
    const common = new Map<string, number>();
    for (const claim of new Set(claims)) {
      for (const path of holders.get(claim) ?? []) common.set(path, (common.get(path) ?? 0) + 1);
    }
    return [...common].filter(([, count]) => count * 2 >= claims.length).map(([to, count]) => ({ from, to, count }));
  });
  scored.sort((a, b) => b.count - a.count || (a.to < b.to ? -1 : 1));
  const pairs = new Map<string, string>();
  const paired = new Set<string>();
  for (const { from, to } of scored) {
    if (pairs.has(to) || paired.has(from)) continue;
    pairs.set(to, from);
    paired.add(from);
  }
  return pairs;
}
