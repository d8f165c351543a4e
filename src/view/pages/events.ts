import { fullName } from '../../query/names.ts';
import type { EventRow } from '../../query/rows.ts';
import { type Column, cell, type Page, styled, table } from '../page.ts';

const WIDE = 110;

/**
 * Events as a table for people, with the claims that rest on each.
 * @param width the terminal's columns, or null for one line an event
 */
export function eventsPage(rows: readonly EventRow[], width: number | null, isOnlyLedger: boolean): Page {
  const name = (row: EventRow) => fullName(row.ledger, row.id, isOnlyLedger);
  const claims = (row: EventRow) => row.claims.join(', ') || '-';
  if (width !== null && width < WIDE) {
    const columns: Column[] = [{ title: 'DATE' }, { title: 'EVENT', gives: true }];
    return table(columns, rows, (row) => [
      cell(row.date),
      [
        styled(name(row), 'name'),
        { text: row.title },
        styled(row.claims.length > 0 ? `→ ${claims(row)}` : 'no claim rests on it', 'quiet'),
      ],
    ]);
  }
  const columns: Column[] = [
    { title: 'DATE' },
    { title: 'ID' },
    { title: 'EVENT', gives: true },
    { title: 'CLAIMS', gives: true },
  ];
  return table(columns, rows, (row) => [
    cell(row.date),
    cell(name(row), 'name'),
    cell(row.title),
    cell(claims(row), 'quiet'),
  ]);
}
