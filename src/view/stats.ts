import type { Grouping, GroupTally, Tally } from '../query/tally.ts';
import type { Palette } from './layout/palette.ts';
import { type Column, cell, renderTable } from './layout/table.ts';
import { tallyLine } from './layout/tally-line.ts';

/**
 * Tallies for people: a line for all, and a table where there are groups.
 * @param width the terminal's columns, or null for lines that are never wrapped
 */
export async function renderStats(
  all: Tally,
  groups: readonly GroupTally[],
  by: Grouping | null,
  width: number | null,
  colors: Palette,
): Promise<Iterable<string>> {
  if (by === null) return [tallyLine(all, colors)];
  const columns: Column[] = [
    { title: by.toUpperCase(), gives: true },
    ...['TOTAL', 'CHECKABLE', 'CONFIRMED', 'PENDING', 'REFUTED', 'OVERDUE'].map((title) => ({ title, right: true })),
  ];
  const number = (count: number, paint: (text: string) => string) =>
    cell(String(count), count === 0 ? colors.quiet : paint);
  const plain = (text: string) => text;
  const row = (group: GroupTally) => [
    cell(group.key ?? '(none)', colors.name),
    number(group.total, plain),
    number(group.checkable, plain),
    number(group.confirmed, colors.status('confirmed')),
    number(group.pending, colors.status('pending')),
    number(group.refuted, colors.status('refuted')),
    number(group.overdue, colors.alarm),
  ];
  const table = await renderTable({ columns, items: groups, row }, width, colors);
  return width === null ? table : [...table, `\n${tallyLine(all, colors)}`];
}
