import type { ClaimRow } from './rows.ts';

/**
 * The pending claims in the order in which to look at them: those that were looked at today last; of the others the
 * overdue ones first; then those that were not looked at for longest, in the order given where that is the same day.
 * @param today YYYY-MM-DD
 */
export function reviewQueue(rows: Iterable<ClaimRow>, today: string): ClaimRow[] {
  const pending = Array.from(rows).filter(({ status, withdrawn }) => status === 'pending' && withdrawn === null);
  const keyed = pending.map((row) => {
    const turn = isLookedAt(row, today) ? 2 : row.overdue ? 0 : 1;
    return { row, key: `${turn} ${lastLook(row, today)}` };
  });
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ row }) => row);
}

/** Whether a claim has a verdict of that day. */
export const isLookedAt = (row: Pick<ClaimRow, 'verdicts'>, day: string): boolean =>
  row.verdicts.some(({ date, withdrawn }) => withdrawn === null && date === day);

/** When a claim was looked at last: the day of its last verdict, else that on which it was said; empty if unknown. */
function lastLook({ verdicts, said }: ClaimRow, today: string): string {
  const days = verdicts.flatMap(({ date, withdrawn }) => (withdrawn === null && date <= today ? [date] : []));
  return days.reduce((last, day) => (day > last ? day : last), '') || (said ?? '');
}
