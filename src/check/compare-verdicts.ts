import type { Claim, Verdict } from '../model/ledger.ts';
import { wordingOf } from '../text/wording.ts';

/** What became of a claim's verdicts: which no longer stand as they stood and in order, and which are new. */
interface Comparison {
  readonly lost: readonly Verdict[];
  readonly added: readonly Verdict[];
}

/**
 * Compares a claim's verdicts with those that stood at a revision. Layout and the order of evidence count nothing, and a
 * note may be added where there was none. Each verdict counts once, and in order.
 * @param isThere whether an event that was evidence there is known where the claim is now
 */
export function compareVerdicts(
  before: readonly Verdict[],
  now: readonly Verdict[],
  isThere: (event: string) => boolean,
): Comparison {
  const places = new Map<string, number[]>();
  const note = (key: string, index: number) => {
    const alike = places.get(key);
    if (alike) alike.push(index);
    else places.set(key, [index]);
  };
  for (const [index, verdict] of now.entries()) {
    const key = keyOf(verdict);
    note(key, index);
    note(key + wordingOf(verdict.note), index);
  }
  const lost: Verdict[] = [];
  const kept = new Set<Verdict>();
  let from = 0;
  for (const old of before) {
    const alike = old.evidence.every(isThere) ? places.get(keyOf(old) + wordingOf(old.note)) : undefined;
    const index = firstFrom(alike ?? [], from);
    const verdict = index === undefined ? undefined : now[index];
    if (index === undefined || verdict === undefined) {
      lost.push(old);
      continue;
    }
    kept.add(verdict);
    from = index + 1;
  }
  return { lost, added: now.filter((verdict) => !kept.has(verdict)) };
}

/** The first of ascending numbers that is not below another. */
function firstFrom(ascending: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}

/** All of a verdict but its note; a text without one, so that, followed by a note, it is none of another verdict. */
const keyOf = ({ date, status, evidence, by }: Verdict) =>
  JSON.stringify([date, status, [...new Set(evidence)].sort(), wordingOf(by)]);

/** `its verdict` or `its 3 verdicts`; null where there is none. */
export function verdictsOf(claims: readonly Claim[]): string | null {
  const count = claims.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  if (count === 0) return null;
  return count === 1 ? 'its verdict' : `its ${count} verdicts`;
}
