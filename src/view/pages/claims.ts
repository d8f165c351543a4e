import { fullName } from '../../query/names.ts';
import type { ClaimRow } from '../../query/rows.ts';
import { tally } from '../../query/tally.ts';
import {
  type Cell,
  type Column,
  cell,
  line,
  type Page,
  type Piece,
  prose,
  statusStyle,
  styled,
  table,
} from '../page.ts';
import { tallyLine } from '../tally-line.ts';

/** A claim's text in a table is never narrower than this; in a terminal without the room for it, claims are cards. */
const ROOM = 60;
/** In a table, a speaker takes no more than this. */
const SPEAKERS = 24;

/**
 * Claims as a table for people, and in a terminal with what they add up to.
 * @param width the terminal's columns, or null for one line a claim
 * @param countAll how many claims there are, where not all of them are among the rows; null where they are
 */
export function* claimsPage(
  rows: readonly ClaimRow[],
  width: number | null,
  isOnlyLedger: boolean,
  countAll: (() => number) | null = null,
): Page {
  const name = (row: ClaimRow) => fullName(row.ledger, row.id, isOnlyLedger);
  if (width === null) return yield* plain(rows, name);
  const parts = partsFor(rows, name);
  yield* width - parts.taken < ROOM ? cards(rows, name, parts) : spread(rows, name, parts);
  if (rows.length === 0) return;
  yield line();
  if (parts.sharedSpeaker !== null) yield prose(0, styled(`All by ${parts.sharedSpeaker}`, 'quiet'));
  yield tallyLine(tally(rows), 0, countAll?.() ?? null);
}

/** What a table of some claims has to show besides their texts. */
interface Parts {
  /** The speaker of all of them, which need be said only once; null where they differ. */
  readonly sharedSpeaker: string | null;
  readonly hasDue: boolean;
  /** How many columns of the terminal that takes. */
  readonly taken: number;
}

function partsFor(rows: readonly ClaimRow[], name: (row: ClaimRow) => string): Parts {
  const [first] = rows;
  const isShared = rows.length > 1 && rows.every((row) => speakersOf(row) === speakersOf(first));
  const sharedSpeaker = isShared && first ? speakersOf(first) : null;
  const hasDue = rows.some(({ due }) => due !== null);
  const widest = (of: (row: ClaimRow) => string) => rows.reduce((most, row) => Math.max(most, of(row).length), 2) + 2;
  const speaker = sharedSpeaker === null ? Math.min(SPEAKERS + 2, widest(speakersOf)) : 0;
  return { sharedSpeaker, hasDue, taken: 11 + 12 + (hasDue ? 12 : 0) + speaker + widest(name) };
}

const speakersOf = (row: ClaimRow | undefined) => row?.speaker.join(', ') || '-';
const status = (row: ClaimRow) =>
  cell(row.status ?? 'opinion', row.withdrawn === null ? statusStyle(row.status) : 'quiet');

/** A claim below the other, for terminals without room for columns. */
function cards(rows: readonly ClaimRow[], name: (row: ClaimRow) => string, parts: Parts): Page {
  const columns: Column[] = [{ title: 'STATUS' }, { title: 'CLAIM', gives: true }];
  return table(columns, rows, (row) => {
    const details = [
      parts.sharedSpeaker === null ? speakersOf(row) : '',
      row.since && `since ${row.since}`,
      row.due && !row.overdue && `due ${row.due}`,
    ].filter(Boolean);
    const quiet = details.length > 0 ? [styled(details.join(' · '), 'quiet')] : [];
    return [status(row), [styled(name(row), 'name'), ...claimText(row), ...quiet]];
  });
}

/** A line for each claim, its id last and whole. */
function spread(rows: readonly ClaimRow[], name: (row: ClaimRow) => string, parts: Parts): Page {
  const hasSpeaker = parts.sharedSpeaker === null;
  const columns: Column[] = [
    { title: 'STATUS' },
    { title: 'SINCE' },
    ...(parts.hasDue ? [{ title: 'DUE' }] : []),
    ...(hasSpeaker ? [{ title: 'SPEAKER', gives: true }] : []),
    { title: 'CLAIM', gives: true },
    { title: 'ID' },
  ];
  return table(columns, rows, (row) => [
    status(row),
    cell(row.since ?? '-', 'quiet'),
    ...(parts.hasDue ? [cell(row.due ?? '-', row.overdue ? 'alarm' : 'quiet')] : []),
    ...(hasSpeaker ? [cell(speakersOf(row))] : []),
    claimText(row),
    cell(name(row), 'name'),
  ]);
}

/** For other programs: a line for each claim, as long as it is. */
function plain(rows: readonly ClaimRow[], name: (row: ClaimRow) => string): Page {
  const columns: Column[] = [
    { title: 'STATUS' },
    { title: 'SINCE' },
    { title: 'ID' },
    { title: 'SPEAKER' },
    { title: 'CLAIM' },
  ];
  return table(columns, rows, (row) => [
    status(row),
    cell(row.since ?? '-', 'quiet'),
    cell(name(row), 'name'),
    cell(speakersOf(row)),
    [...claimText(row), ...(isOpen(row) ? [styled(`(due ${row.due})`, 'quiet')] : [])],
  ]);
}

const isOpen = ({ status, due, overdue, withdrawn }: ClaimRow) =>
  status === 'pending' && due !== null && !overdue && withdrawn === null;

function claimText(row: ClaimRow): Cell {
  const text: Piece = { text: row.text };
  if (row.withdrawn !== null) {
    const { date, reason, instead } = row.withdrawn;
    const others = instead.length === 0 ? [] : [styled(`(instead: ${instead.join(', ')})`, 'quiet')];
    return [text, styled(`(withdrawn on ${date}: ${reason})`, 'quiet'), ...others];
  }
  return row.overdue ? [text, styled(`(overdue: due ${row.due})`, 'alarm')] : [text];
}
