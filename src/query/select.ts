import { lastDay } from '../model/dates.ts';
import type { Kind, Status } from '../model/shape.ts';
import { fold } from '../text/fold.ts';
import type { ClaimRow, EventRow } from './rows.ts';

/** What claims to keep: any of the values of one filter, and all filters. An empty filter keeps all. */
export interface ClaimFilter {
  readonly status: readonly Status[];
  readonly kind: readonly Kind[];
  readonly tag: readonly string[];
  /** Matched as a substring, case, accents and Unicode form aside. */
  readonly speaker: readonly string[];
  readonly text: readonly string[];
  /** Events by ledger and id; every verdict counts, not only the current one. */
  readonly evidence: readonly { readonly ledger: string; readonly id: string }[];
  readonly overdue: boolean;
  /** The claims that were withdrawn, in place of those that count. */
  readonly withdrawn: boolean;
  /** Due on or before this date, whatever the status; a partial date is its last day, on both sides. Null keeps all. */
  readonly dueBy: string | null;
}

/** The rows that a filter keeps, as they are asked for. */
export function* selectClaims(rows: Iterable<ClaimRow>, filter: ClaimFilter): Iterable<ClaimRow> {
  const speakers = filter.speaker.map(fold);
  const texts = filter.text.map(fold);
  const dueBy = filter.dueBy && lastDay(filter.dueBy);
  const isAny = <T>(wanted: readonly T[], test: (value: T) => boolean) => wanted.length === 0 || wanted.some(test);
  const isSelected = (row: ClaimRow) => {
    if (filter.withdrawn !== (row.withdrawn !== null)) return false;
    if (filter.overdue && !row.overdue) return false;
    if (dueBy !== null && (row.due === null || lastDay(row.due) > dueBy)) return false;
    if (!isAny(filter.status, (status) => row.status === status)) return false;
    if (!isAny(filter.kind, (kind) => row.kind === kind)) return false;
    if (!isAny(filter.tag, (tag) => row.tags.includes(tag))) return false;
    if (!isAny(filter.evidence, ({ ledger, id }) => row.ledger === ledger && restsOn(row, id))) return false;
    if (!isAny(speakers, (part) => row.speaker.some((speaker) => fold(speaker).includes(part)))) return false;
    if (texts.length === 0) return true;
    const text = fold(row.text);
    return texts.some((part) => text.includes(part));
  };
  for (const row of rows) if (isSelected(row)) yield row;
}

const restsOn = (row: ClaimRow, event: string) => row.verdicts.some(({ evidence }) => evidence.includes(event));

/** Events by text in their title and by date. */
export function selectEvents(
  rows: Iterable<EventRow>,
  filter: { readonly text: readonly string[]; readonly isWithin: (date: string) => boolean },
): EventRow[] {
  const texts = filter.text.map(fold);
  return Array.from(rows).filter((row) => {
    if (!filter.isWithin(row.date)) return false;
    return texts.length === 0 || texts.some((part) => fold(row.title).includes(part));
  });
}
