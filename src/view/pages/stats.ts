import type { Grouping, GroupTally, Tally } from '../../query/tally.ts';
import { type Column, cell, line, type Page, prose, type Style, styled, table } from '../page.ts';
import { tallyLine } from '../tally-line.ts';

/** What the columns of numbers take, and what a group's name is given at most before the groups are told in lines. */
const NUMBERS = 56;
const NAMES = 24;

const nameOf = (key: string | null) => key ?? '(none)';

/**
 * Tallies for people: a line for all, and a table where there are groups.
 * @param width the terminal's columns, or null for lines that are never wrapped
 */
export function* statsPage(all: Tally, groups: readonly GroupTally[], by: Grouping | null, width: number | null): Page {
  if (by === null) {
    yield tallyLine(all);
    return;
  }
  if (width !== null && width < NUMBERS + Math.min(NAMES, Math.max(...groups.map(({ key }) => nameOf(key).length)))) {
    for (const group of groups) {
      yield prose(0, styled(nameOf(group.key), 'name'));
      yield tallyLine({ ...group, withdrawn: 0 }, 2);
    }
    if (groups.length > 0) yield line();
    yield tallyLine(all);
    return;
  }
  const columns: Column[] = [
    { title: by.toUpperCase(), gives: true },
    ...['TOTAL', 'CHECKABLE', 'CONFIRMED', 'PENDING', 'REFUTED', 'OVERDUE'].map((title) => ({ title, right: true })),
  ];
  const number = (count: number, style?: Style) => cell(String(count), count === 0 ? 'quiet' : style);
  yield* table(columns, groups, (group) => [
    cell(nameOf(group.key), 'name'),
    number(group.total),
    number(group.checkable),
    number(group.confirmed, 'confirmed'),
    number(group.pending, 'pending'),
    number(group.refuted, 'refuted'),
    number(group.overdue, 'alarm'),
  ]);
  if (width !== null) yield* [line(), tallyLine(all)];
}
