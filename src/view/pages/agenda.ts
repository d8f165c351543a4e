import type { DueRow } from '../../query/agenda.ts';
import { fullName } from '../../query/names.ts';
import { distanceInWords } from '../../text/distance-in-words.ts';
import { type Column, cell, line, type Page, prose, styled, table } from '../page.ts';

/** With fewer columns than this, what is due stands above when and by whom. */
const WIDE = 100;

/**
 * What is due as tables for people, one each for what is overdue, this week and later.
 * @param width the terminal's columns, or null for one line a claim
 */
export function* agendaPage(rows: readonly DueRow[], width: number | null, isOnlyLedger: boolean): Page {
  const name = (row: DueRow) => fullName(row.ledger, row.id, isOnlyLedger);
  if (width === null) return yield* plain(rows, name);
  const groups = [
    { title: 'OVERDUE', count: 'overdue', own: rows.filter(({ days }) => days < 0) },
    { title: 'THIS WEEK', count: 'this week', own: rows.filter(({ days }) => days >= 0 && days <= WEEK) },
    { title: 'LATER', count: 'later', own: rows.filter(({ days }) => days > WEEK) },
  ].filter(({ own }) => own.length > 0);
  // So that the columns of all groups stand below each other.
  const least = rows.reduce((most, { days }) => Math.max(most, distanceInWords(days).length), 0);
  for (const { title, own } of groups) {
    const when = { title, least };
    yield* width < WIDE ? cards(when, own, name) : spread(when, own, name);
    yield line();
  }
  if (rows.length === 0) return;
  const counts = groups.map(({ count, own }) => styled(`${own.length} ${count}`, styleOf(own[0])));
  yield prose(0, `${rows.length} due: `, ...counts.flatMap((count, at) => (at === 0 ? [count] : [', ', count])));
}

/** A week from today: this weekday's next one is the last of it. */
const WEEK = 7;

const styleOf = (row: DueRow | undefined) => (row && row.days < 0 ? 'alarm' : undefined);
const speakersOf = (row: DueRow) => row.speaker.join(', ') || '-';
const whenOf = (row: DueRow) => cell(distanceInWords(row.days), styleOf(row));

/** A claim below the other, for terminals without room for columns. */
function cards(when: Column, rows: readonly DueRow[], name: (row: DueRow) => string): Page {
  const columns: Column[] = [when, { title: 'CLAIM', gives: true }];
  return table(columns, rows, (row) => [
    whenOf(row),
    [
      styled(name(row), 'name'),
      { text: row.text },
      styled([`due ${row.due}`, ...(row.speaker.length > 0 ? [speakersOf(row)] : [])].join(' · '), 'quiet'),
    ],
  ]);
}

function spread(when: Column, rows: readonly DueRow[], name: (row: DueRow) => string): Page {
  const columns: Column[] = [
    when,
    { title: 'DUE', least: 'YYYY-MM-DD'.length },
    { title: 'SPEAKER', gives: true },
    { title: 'CLAIM', gives: true },
    { title: 'ID' },
  ];
  return table(columns, rows, (row) => [
    whenOf(row),
    cell(row.due, 'quiet'),
    cell(speakersOf(row)),
    cell(row.text),
    cell(name(row), 'name'),
  ]);
}

/** For other programs: a line for each claim, as long as it is. */
function plain(rows: readonly DueRow[], name: (row: DueRow) => string): Page {
  const columns: Column[] = [
    { title: 'DUE' },
    { title: 'WHEN' },
    { title: 'ID' },
    { title: 'SPEAKER' },
    { title: 'CLAIM' },
  ];
  return table(columns, rows, (row) => [
    cell(row.due),
    whenOf(row),
    cell(name(row), 'name'),
    cell(speakersOf(row)),
    cell(row.text),
  ]);
}
