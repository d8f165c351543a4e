import { firstDay } from '../model/dates.ts';
import type { Status } from '../model/shape.ts';
import type { ClaimRow, EventRow } from './rows.ts';

/** A verdict or an event, as `log` tells it. */
export interface TimelineEntry {
  readonly date: string;
  readonly type: 'verdict' | 'event';
  readonly ledger: string;
  readonly claim: string | null;
  readonly event: string | null;
  readonly status: Status | null;
  /** The claim's status before the verdict. */
  readonly from: Status | null;
  /** The event's title. */
  readonly title: string | null;
  readonly by: string | null;
  readonly note: string | null;
  readonly evidence: readonly string[];
  /** The claim's text. */
  readonly text: string | null;
}

/** Verdicts and events as one timeline, newest first; a day's verdicts stand above its events. */
export function timeline(claims: readonly ClaimRow[], events: readonly EventRow[]): TimelineEntry[] {
  const entries = [...claims.flatMap(verdictEntries), ...events.map(eventEntry)];
  const keyed = entries.map((entry) => ({ entry, day: firstDay(entry.date) }));
  keyed.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? 1 : -1;
    if (a.entry.type !== b.entry.type) return a.entry.type === 'verdict' ? -1 : 1;
    return 0;
  });
  return keyed.map(({ entry }) => entry);
}

/** A claim's verdicts, the current one first. */
function verdictEntries(row: ClaimRow): TimelineEntry[] {
  const inOrder = [...row.verdicts].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const entries = inOrder.map(
    (verdict, index): TimelineEntry => ({
      date: verdict.date,
      type: 'verdict',
      ledger: row.ledger,
      claim: row.id,
      event: null,
      status: verdict.status,
      from: row.kind === 'opinion' ? null : (inOrder[index - 1]?.status ?? 'pending'),
      title: null,
      by: verdict.by,
      note: verdict.note,
      evidence: verdict.evidence,
      text: row.text,
    }),
  );
  return entries.reverse();
}

function eventEntry(row: EventRow): TimelineEntry {
  return {
    date: row.date,
    type: 'event',
    ledger: row.ledger,
    claim: null,
    event: row.id,
    status: null,
    from: null,
    title: row.title,
    by: null,
    note: null,
    evidence: [],
    text: null,
  };
}
