import { STATUSES, type Status } from '../model/shape.ts';
import type { ClaimRow } from './rows.ts';
import { statusOfStanding, turnsOf } from './turns.ts';

/** How many claims stood how at the end of a day. */
export interface DayCounts extends Readonly<Record<Status, number>> {
  /** YYYY-MM-DD */
  readonly date: string;
}

/**
 * The counts of each day on which one of the claims was said, changed its status or was withdrawn: those of
 * `stats --as-of` that day.
 * @param until the last day that is looked at
 * @returns in the order of the days
 */
export function overTime(rows: Iterable<ClaimRow>, until: string): DayCounts[] {
  const changes = new Map<string, Record<Status, number>>();
  for (const row of rows) {
    let before: Status | null = null;
    for (const { day, standing } of turnsOf(row, until)) {
      const after = statusOfStanding(standing);
      if (after === before) continue;
      const change = changes.get(day) ?? none();
      changes.set(day, change);
      if (before !== null) change[before]--;
      if (after !== null) change[after]++;
      before = after;
    }
  }
  const counts = changes.get('') ?? none();
  changes.delete('');
  return [...changes.keys()].sort().map((date) => {
    for (const status of STATUSES) counts[status] += changes.get(date)?.[status] ?? 0;
    return { date, ...counts };
  });
}

const none = (): Record<Status, number> => ({ confirmed: 0, pending: 0, refuted: 0 });
