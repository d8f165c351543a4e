import type { Verdict, Withdrawal } from './ledger.ts';

type Dated = Pick<Verdict, 'date'> & { readonly withdrawn: Pick<Withdrawal, 'date'> | null };

/** A verdict that a claim was given on a day, or one that was withdrawn. */
export interface Step<V> {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly type: 'verdict' | 'withdrawal';
  readonly verdict: V;
  /** The current verdict before this step, and after it; null where there is none. */
  readonly before: V | null;
  readonly after: V | null;
}

/**
 * What happened to a claim, step by step: its verdicts and their withdrawals by day, a day's verdicts before its
 * withdrawals, equal ones by their place in the list.
 */
export function courseOf<V extends Dated>(verdicts: readonly V[]): readonly Step<V>[] {
  const given = verdicts.map((verdict) => ({ day: verdict.date, type: 'verdict' as const, verdict }));
  const taken = verdicts.flatMap((verdict) =>
    verdict.withdrawn === null ? [] : [{ day: verdict.withdrawn.date, type: 'withdrawal' as const, verdict }],
  );
  // Sorting keeps the order of equal days.
  const inOrder = [...given, ...taken].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const standing: V[] = [];
  const withdrawn = new Set<V>();
  return inOrder.map(({ day, type, verdict }) => {
    const before = standing.at(-1) ?? null;
    if (type === 'verdict') standing.push(verdict);
    else withdrawn.add(verdict);
    for (let last = standing.at(-1); last !== undefined && withdrawn.has(last); last = standing.at(-1)) standing.pop();
    return { day, type, verdict, before, after: standing.at(-1) ?? null };
  });
}
