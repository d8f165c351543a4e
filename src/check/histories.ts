import type { Claim, Verdict } from '../model/ledger.ts';

/** What became of a claim's verdicts: which no longer stand as they stood and in order, and which are new. */
export interface Comparison {
  readonly lost: readonly Verdict[];
  readonly added: readonly Verdict[];
}

/** Compares a claim's verdicts with those that stood at a revision; layout and the order of evidence count nothing. */
export function compareHistories(before: readonly Verdict[], now: readonly Verdict[]): Comparison {
  const places = new Map<string, [index: number, verdict: Verdict][]>();
  for (const entry of now.entries()) {
    const key = keyOf(entry[1]);
    const alike = places.get(key);
    if (alike) alike.push(entry);
    else places.set(key, [entry]);
  }
  const lost: Verdict[] = [];
  const kept = new Set<Verdict>();
  let from = 0;
  for (const old of before) {
    const alike = places.get(keyOf(old));
    let place = alike?.shift();
    while (place && place[0] < from) place = alike?.shift();
    if (!place) {
      lost.push(old);
      continue;
    }
    kept.add(place[1]);
    from = place[0] + 1;
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
