import type { Claim, Verdict } from '../model/ledger.ts';

/** What became of a claim's verdicts: which no longer stand as they stood and in order, and which are new. */
export interface Comparison {
  readonly lost: readonly Verdict[];
  readonly added: readonly Verdict[];
}

/** Compares a claim's verdicts with those that stood at a revision; layout and the order of evidence count nothing. */
export function compareHistories(before: readonly Verdict[], now: readonly Verdict[]): Comparison {
  const places = new Map<string, number[]>();
  for (const [index, verdict] of now.entries()) {
    const key = keyOf(verdict);
    const indexes = places.get(key);
    if (indexes) indexes.push(index);
    else places.set(key, [index]);
  }
  const lost: Verdict[] = [];
  const kept = new Set<Verdict>();
  let from = 0;
  for (const old of before) {
    const indexes = places.get(keyOf(old)) ?? [];
    while (indexes[0] !== undefined && indexes[0] < from) indexes.shift();
    const at = indexes[0];
    if (at === undefined) {
      lost.push(old);
      continue;
    }
    kept.add(now[at] as Verdict);
    from = at + 1;
  }
  return { lost, added: now.filter((verdict) => !kept.has(verdict)) };
}

/** `its verdict` or `its 3 verdicts`; null where there is none. */
export function verdictsOf(claims: readonly Claim[]): string | null {
  const count = claims.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  if (count === 0) return null;
  return count === 1 ? 'its verdict' : `its ${count} verdicts`;
}

const keyOf = ({ date, status, evidence, by, note }: Verdict) =>
  JSON.stringify([date, status, [...new Set(evidence)].sort(), by ?? '', note ?? '']);
