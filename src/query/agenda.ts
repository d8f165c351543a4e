import { daysBetween, lastDay } from '../model/dates.ts';
import type { ClaimRow } from './rows.ts';

/** A pending claim that is due on a day. */
export interface DueRow extends ClaimRow {
  readonly due: string;
  /** How many days are left, negative where it is overdue; a month or a year counts as its last day. */
  readonly days: number;
}

/**
 * The pending claims that have a due date: overdue first, then by day, equal ones in the order of the file.
 * @param today YYYY-MM-DD
 * @param within the last day to look at, maybe partial; null for all
 */
export function agenda(rows: Iterable<ClaimRow>, today: string, within: string | null): DueRow[] {
  const last = within === null ? null : lastDay(within);
  const due = Array.from(rows).flatMap((row): DueRow[] => {
    if (row.status !== 'pending' || row.withdrawn !== null || row.due === null) return [];
    const day = lastDay(row.due);
    return last !== null && day > last ? [] : [{ ...row, due: row.due, days: daysBetween(today, day) }];
  });
  return due.sort((one, other) => one.days - other.days);
}
