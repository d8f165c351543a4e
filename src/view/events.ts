import type { Palette } from '../page/palette.ts';
import { type Column, cell, renderTable } from '../page/table.ts';
import { fullName } from '../query/names.ts';
import type { EventRow } from '../query/rows.ts';

const WIDE = 110;

/**
 * Events as a table for people, with the claims that rest on each.
 * @param width the terminal's columns, or null for one line an event
 */
export function eventsTable(
  rows: readonly EventRow[],
  width: number | null,
  colors: Palette,
  isOnlyLedger: boolean,
): Promise<string> {
  const name = (row: EventRow) => fullName(row.ledger, row.id, isOnlyLedger);
  const claims = (row: EventRow) => row.claims.join(', ') || '-';
  if (width !== null && width < WIDE) {
    const columns: Column[] = [{ title: 'DATE' }, { title: 'EVENT', gives: true }];
    const stacked = rows.map((row) => [
      cell(row.date),
      [
        { text: name(row), paint: colors.name },
        { text: row.title },
        { text: row.claims.length > 0 ? `→ ${claims(row)}` : 'no claim rests on it', paint: colors.quiet },
      ],
    ]);
    return renderTable({ columns, rows: stacked }, width, colors);
  }
  const columns: Column[] = [
    { title: 'DATE' },
    { title: 'ID' },
    { title: 'EVENT', gives: true },
    { title: 'CLAIMS', gives: true },
  ];
  const spread = rows.map((row) => [
    cell(row.date),
    cell(name(row), colors.name),
    cell(row.title),
    cell(claims(row), colors.quiet),
  ]);
  return renderTable({ columns, rows: spread }, width, colors);
}
