import { firstDay, lastDay } from '../model/dates.ts';
import { KINDS } from '../model/shape.ts';
import { fold } from '../text/fold.ts';
import type { ClaimRow } from './rows.ts';

const STATUS_ORDER = ['pending', 'confirmed', 'refuted'];

/** What claims can be sorted by; null sorts last either way. */
const keys = {
  id: (row: ClaimRow) => row.id,
  text: (row: ClaimRow) => fold(row.text),
  speaker: (row: ClaimRow) => fold(row.speaker.join('; ')) || null,
  kind: (row: ClaimRow) => KINDS.indexOf(row.kind),
  said: (row: ClaimRow) => row.said && firstDay(row.said),
  due: (row: ClaimRow) => row.due && lastDay(row.due),
  status: (row: ClaimRow) => (row.status === null ? null : STATUS_ORDER.indexOf(row.status)),
  since: (row: ClaimRow) => row.since,
};

export type SortKey = keyof typeof keys;
export const SORT_KEYS = Object.keys(keys) as SortKey[];

/** Claims in the order of a key, or in file order without one; what is equal stays in file order. */
export function sortClaims(rows: Iterable<ClaimRow>, key: SortKey | null, reverse: boolean): Iterable<ClaimRow> {
  if (key === null) return reverse ? [...rows].reverse() : rows;
  const valueBy = keys[key];
  const direction = reverse ? -1 : 1;
  const keyed = Array.from(rows, (row) => ({ row, value: valueBy(row) }));
  keyed.sort((a, b) => {
    if (a.value === b.value) return 0;
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return a.value < b.value ? -direction : direction;
  });
  return keyed.map(({ row }) => row);
}
