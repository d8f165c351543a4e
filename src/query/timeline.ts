import { courseOf } from '../model/course.ts';
import { firstDay } from '../model/dates.ts';
import type { Status } from '../model/shape.ts';
import type { ClaimRow, EventRow, VerdictRow } from './rows.ts';

/** A verdict, an event or a withdrawal, as `log` tells it. */
export interface TimelineEntry {
  readonly date: string;
  readonly type: 'verdict' | 'event' | 'withdrawal';
  readonly ledger: string;
  readonly claim: string | null;
  readonly event: string | null;
  /** The claim's status after it; null where the claim itself was withdrawn. */
  readonly status: Status | null;
  /** The claim's status before it. */
  readonly from: Status | null;
  /** The event's title. */
  readonly title: string | null;
  readonly by: string | null;
  /** A verdict's note, or why something was withdrawn. */
  readonly note: string | null;
  readonly evidence: readonly string[];
  /** The claims that took the place of a withdrawn one. */
  readonly instead: readonly string[];
  /** The claim's text. */
  readonly text: string | null;
}

/** An entry that tells nothing yet, its keys in the order of the JSON; what is spread over it keeps that order. */
const BLANK: TimelineEntry = {
  date: '',
  type: 'event',
  ledger: '',
  claim: null,
  event: null,
  status: null,
  from: null,
  title: null,
  by: null,
  note: null,
  evidence: [],
  instead: [],
  text: null,
};

/** What stands above what on one day: what comes later rests on what is below. */
const ORDER = { withdrawal: 0, verdict: 1, event: 2 } as const;

/** Verdicts, events and withdrawals as one timeline, newest first. */
export function timeline(claims: readonly ClaimRow[], events: readonly EventRow[]): TimelineEntry[] {
  const entries = [...claims.flatMap(claimEntries), ...events.map(eventEntry)];
  const keyed = entries.map((entry) => ({ entry, day: firstDay(entry.date) }));
  keyed.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? 1 : -1;
    return ORDER[a.entry.type] - ORDER[b.entry.type];
  });
  return keyed.map(({ entry }) => entry);
}

/** A claim's verdicts and withdrawals, the latest first. */
function claimEntries(row: ClaimRow): TimelineEntry[] {
  const statusOf = (verdict: VerdictRow | null) => (row.kind === 'opinion' ? null : (verdict?.status ?? 'pending'));
  const common: TimelineEntry = { ...BLANK, ledger: row.ledger, claim: row.id, text: row.text };
  const entries = courseOf(row.verdicts).map(({ day, type, verdict, before, after }): TimelineEntry => {
    const { status, by, note, evidence } = verdict;
    const change = { ...common, date: day, type, from: statusOf(before) };
    if (type === 'verdict') return { ...change, status, by, note, evidence };
    const { withdrawn } = verdict;
    return { ...change, status: statusOf(after), by: withdrawn?.by ?? null, note: withdrawn?.reason ?? null, evidence };
  });
  if (row.withdrawn !== null) {
    const { date, reason, by, instead } = row.withdrawn;
    const last = { date, type: 'withdrawal' as const, status: null, from: row.status, by, note: reason };
    entries.push({ ...common, ...last, instead });
  }
  return entries.reverse();
}

function eventEntry({ date, ledger, id, title }: EventRow): TimelineEntry {
  return { ...BLANK, date, ledger, event: id, title };
}
