import { firstDay, lastDay } from '../model/dates.ts';
import { KINDS } from '../model/shape.ts';
import { fold } from '../text/fold.ts';
import type { ClaimRow } from './rows.ts';

const STATUS_ORDER = ['pending', 'confirmed', 'refuted'];

export const SORT_KEYS = ['id', 'text', 'speaker', 'kind', 'said', 'due', 'status', 'since'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What claims can be sorted by; null sorts last either way. */
const keys: Readonly<Record<SortKey, (row: ClaimRow) => string | number | null>> = {
  id: (row) => row.id,
  text: (row) => fold(row.text),
  speaker: (row) => fold(row.speaker.join('; ')) || null,
  kind: (row) => KINDS.indexOf(row.kind),
  said: (row) => row.said && firstDay(row.said),
  due: (row) => row.due && lastDay(row.due),
  status: (row) => (row.status === null ? null : STATUS_ORDER.indexOf(row.status)),
  since: (row) => row.since,
};

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
