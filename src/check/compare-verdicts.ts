import type { Claim, Verdict } from '../model/ledger.ts';
import { wordingOf } from '../text/wording.ts';
import { withdrawalOf } from './same-withdrawal.ts';

/** A verdict that no longer stands as it stood, or not in its order. */
export interface LostVerdict {
  readonly verdict: Verdict;
  /** The one that differs from it in its note, label or withdrawal alone; null where there is none. */
  readonly now: Verdict | null;
}

/** What became of a claim's verdicts. */
export interface Comparison {
  readonly lost: readonly LostVerdict[];
  /** Those that did not stand there. */
  readonly added: readonly Verdict[];
  /** Those that stand, by what they are now, with what they were. */
  readonly kept: ReadonlyMap<Verdict, Verdict>;
}

/**
 * Compares a claim's verdicts with those that stood at a revision. Layout and the order of evidence count nothing, and a
 * note, a label or a withdrawal may be added where there was none. Each verdict counts once, and in order.
 * @param before with the events that they rest on by their present ids
 */
export function compareVerdicts(before: readonly Verdict[], now: readonly Verdict[]): Comparison {
  const places = new Map<string, number[]>();
  for (const [index, verdict] of now.entries()) {
    for (const key of keysThatFit(verdict)) {
      const alike = places.get(key);
      if (alike) alike.push(index);
      else places.set(key, [index]);
    }
  }
  const missing: Verdict[] = [];
  const kept = new Map<Verdict, Verdict>();
  let from = 0;
  for (const old of before) {
    const index = firstFrom(places.get(keyOf(old, old)) ?? [], from);
    const verdict = index === undefined ? undefined : now[index];
    if (index === undefined || verdict === undefined) {
      missing.push(old);
      continue;
    }
    kept.set(verdict, old);
    from = index + 1;
  }
  const changed = new Set<Verdict>();
  const free = new Map<string, Verdict[]>();
  const lost = missing.map((verdict): LostVerdict => {
    const key = keyOf(verdict, NOTHING);
    let alike = free.get(key);
    if (!alike) {
      const fitting = (places.get(key) ?? []).map((index) => now[index] as Verdict);
      alike = fitting.filter((one) => !kept.has(one)).reverse();
      free.set(key, alike);
    }
    const is = alike.pop() ?? null;
    if (is) changed.add(is);
    return { verdict, now: is };
  });
  return { lost, added: now.filter((verdict) => !kept.has(verdict) && !changed.has(verdict)), kept };
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

/** What may be added to a verdict. */
type Additions = Pick<Verdict, 'note' | 'label' | 'withdrawn'>;

const NOTHING: Additions = { note: null, label: null, withdrawn: null };

/** All of a verdict with these of its additions. */
const keyOf = ({ date, status, evidence, by }: Verdict, { note, label, withdrawn }: Additions) =>
  JSON.stringify([
    date,
    status,
    [...new Set(evidence)].sort(),
    wordingOf(by),
    wordingOf(note),
    wordingOf(label),
    withdrawalOf(withdrawn),
  ]);

/** The keys of all that a verdict may have been before what it has was added to it. */
function keysThatFit(verdict: Verdict): ReadonlySet<string> {
  let fitting: Additions[] = [verdict];
  for (const key of ['note', 'label', 'withdrawn'] as const) {
    if (verdict[key] !== null) fitting = fitting.flatMap((one) => [one, { ...one, [key]: null }]);
  }
  return new Set(fitting.map((additions) => keyOf(verdict, additions)));
}

/** `its verdict` or `its 3 verdicts`; null where there is none. */
export function verdictsOf(claims: readonly Claim[]): string | null {
  const count = claims.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  if (count === 0) return null;
  return count === 1 ? 'its verdict' : `its ${count} verdicts`;
}
