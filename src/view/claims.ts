import { fullName } from '../query/names.ts';
import type { ClaimRow } from '../query/rows.ts';
import type { Palette } from './layout/palette.ts';
import { type Column, cell, type Part, renderTable } from './layout/table.ts';

/** From this width on, a claim's parts have columns of their own; below, they are stacked. */
const WIDE = 110;

/**
 * Claims as a table for people.
 * @param width the terminal's columns, or null for one line a claim
 */
export function claimsTable(
  rows: readonly ClaimRow[],
  width: number | null,
  colors: Palette,
  isOnlyLedger: boolean,
): Promise<Iterable<string>> {
  const name = (row: ClaimRow) => fullName(row.ledger, row.id, isOnlyLedger);
  const status = (row: ClaimRow) => cell(row.status ?? 'opinion', colors.status(row.status));
  if (width !== null && width < WIDE) {
    const columns: Column[] = [{ title: 'STATUS' }, { title: 'CLAIM', gives: true }];
    const row = (claim: ClaimRow) => [status(claim), stack(claim, name(claim), colors)];
    return renderTable({ columns, items: rows, row }, width, colors);
  }
  const columns: Column[] = [
    { title: 'STATUS' },
    { title: 'SINCE' },
    { title: 'ID', gives: true },
    { title: 'SPEAKER', gives: true },
    { title: 'CLAIM', gives: true },
  ];
  const row = (claim: ClaimRow) => [
    status(claim),
    cell(claim.since ?? '-', colors.quiet),
    cell(name(claim), colors.name),
    cell(claim.speaker.join(', ') || '-'),
    claimText(claim, colors),
  ];
  return renderTable({ columns, items: rows, row }, width, colors);
}

function claimText(row: ClaimRow, colors: Palette): readonly Part[] {
  const text: Part = { text: row.text };
  return row.overdue ? [text, { text: `(overdue: due ${row.due})`, paint: colors.alarm }] : [text];
}

function stack(row: ClaimRow, name: string, colors: Palette): readonly Part[] {
  const details = [row.speaker.join(', '), row.since && `since ${row.since}`].filter(Boolean).join(' · ');
  return [
    { text: name, paint: colors.name },
    ...claimText(row, colors),
    ...(details ? [{ text: details, paint: colors.quiet }] : []),
  ];
}
