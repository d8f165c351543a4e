import { fullName } from '../query/names.ts';
import type { EventRow } from '../query/rows.ts';
import type { Palette } from './layout/palette.ts';
import { type Column, cell, renderTable } from './layout/table.ts';

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
): Promise<Iterable<string>> {
  const name = (row: EventRow) => fullName(row.ledger, row.id, isOnlyLedger);
  const claims = (row: EventRow) => row.claims.join(', ') || '-';
  if (width !== null && width < WIDE) {
    const columns: Column[] = [{ title: 'DATE' }, { title: 'EVENT', gives: true }];
    const row = (event: EventRow) => [
      cell(event.date),
      [
        { text: name(event), paint: colors.name },
        { text: event.title },
        { text: event.claims.length > 0 ? `→ ${claims(event)}` : 'no claim rests on it', paint: colors.quiet },
      ],
    ];
    return renderTable({ columns, items: rows, row }, width, colors);
  }
  const columns: Column[] = [
    { title: 'DATE' },
    { title: 'ID' },
    { title: 'EVENT', gives: true },
    { title: 'CLAIMS', gives: true },
  ];
  const row = (event: EventRow) => [
    cell(event.date),
    cell(name(event), colors.name),
    cell(event.title),
    cell(claims(event), colors.quiet),
  ];
  return renderTable({ columns, items: rows, row }, width, colors);
}
