import type { Verdict } from '../model/ledger.ts';

/** What became of a claim's verdicts: which no longer stand as they stood and in order, and which are new. */
export interface Comparison {
  readonly lost: readonly Verdict[];
  readonly added: readonly Verdict[];
}

/** Compares a claim's verdicts with those that stood at a revision; layout and the order of evidence count nothing. */
export function compareHistories(before: readonly Verdict[], now: readonly Verdict[]): Comparison {
  const lost: Verdict[] = [];
  const kept = new Set<Verdict>();
  let from = 0;
  for (const old of before) {
    const key = keyOf(old);
    const at = now.findIndex((verdict, index) => index >= from && keyOf(verdict) === key);
    if (at === -1) {
      lost.push(old);
      continue;
    }
    kept.add(now[at] as Verdict);
    from = at + 1;
  }
  return { lost, added: now.filter((verdict) => !kept.has(verdict)) };
}

const keyOf = ({ date, status, evidence, by, note }: Verdict) =>
  JSON.stringify([date, status, [...new Set(evidence)].sort(), by ?? '', note ?? '']);
