import { fullName } from '../../query/names.ts';
import type { ClaimRow } from '../../query/rows.ts';
import { tally } from '../../query/tally.ts';
import { type Cell, type Column, cell, line, type Page, type Piece, statusStyle, styled, table } from '../page.ts';
import { tallyLine } from '../tally-line.ts';

/** From this width on, a claim's parts have columns of their own; below, they are stacked. */
const WIDE = 110;

/**
 * Claims as a table for people, and in a terminal with what they add up to.
 * @param width the terminal's columns, or null for one line a claim
 */
/** @param countAll how many claims there are, where not all of them are among the rows; null where they are */
export function* claimsPage(
  rows: readonly ClaimRow[],
  width: number | null,
  isOnlyLedger: boolean,
  countAll: (() => number) | null = null,
): Page {
  const name = (row: ClaimRow) => fullName(row.ledger, row.id, isOnlyLedger);
  yield* width !== null && width < WIDE ? stacked(rows, name) : spread(rows, name);
  if (width !== null && rows.length > 0) yield* [line(), tallyLine(tally(rows), '', countAll?.() ?? null)];
}

const status = (row: ClaimRow) => cell(row.status ?? 'opinion', statusStyle(row.status));

function stacked(rows: readonly ClaimRow[], name: (row: ClaimRow) => string): Page {
  const columns: Column[] = [{ title: 'STATUS' }, { title: 'CLAIM', gives: true }];
  return table(columns, rows, (row) => [status(row), stack(row, name(row))]);
}

function spread(rows: readonly ClaimRow[], name: (row: ClaimRow) => string): Page {
  const columns: Column[] = [
    { title: 'STATUS' },
    { title: 'SINCE' },
    { title: 'ID', gives: true },
    { title: 'SPEAKER', gives: true },
    { title: 'CLAIM', gives: true },
  ];
  return table(columns, rows, (row) => [
    status(row),
    cell(row.since ?? '-', 'quiet'),
    cell(name(row), 'name'),
    cell(row.speaker.join(', ') || '-'),
    claimText(row),
  ]);
}

function claimText(row: ClaimRow): Cell {
  const text: Piece = { text: row.text };
  return row.overdue ? [text, styled(`(overdue: due ${row.due})`, 'alarm')] : [text];
}

function stack(row: ClaimRow, name: string): Cell {
  const details = [row.speaker.join(', '), row.since && `since ${row.since}`].filter(Boolean).join(' · ');
  return [styled(name, 'name'), ...claimText(row), ...(details ? [styled(details, 'quiet')] : [])];
}
