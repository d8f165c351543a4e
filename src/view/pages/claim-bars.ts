import { fullName } from '../../query/names.ts';
import type { ClaimRow } from '../../query/rows.ts';
import { tally } from '../../query/tally.ts';
import { timeAxis } from '../../query/time-axis.ts';
import { turnsOf } from '../../query/turns.ts';
import { axisLine } from '../bars/axis-line.ts';
import { bar, legend } from '../bars/bar.ts';
import { PLAIN_WIDTH } from '../bars/plain-width.ts';
import { line, type Page, styled } from '../page.ts';
import { tallyLine } from '../tally-line.ts';

/** A bar beside its claim is never narrower than this; where there is no room for it, the claim stands below. */
const NARROWEST = 24;

/**
 * A bar for each claim, on one axis, up to a day.
 * @param width the terminal's columns, or null for lines that are never cut
 * @param countAll how many claims there are, where not all of them are among the rows; null where they are
 */
export function* claimBarsPage(
  rows: readonly ClaimRow[],
  until: string,
  width: number | null,
  isOnlyLedger: boolean,
  countAll: (() => number) | null,
): Page {
  if (rows.length === 0) return;
  const bars = rows.map((row) => ({
    row,
    turns: turnsOf(row, until),
    name: fullName(row.ledger, row.id, isOnlyLedger),
  }));
  const days = bars.flatMap(({ turns }) => turns.map(({ day }) => day)).filter((day) => day !== '');
  const first = days.reduce((least, day) => (day < least ? day : least), until);
  const longest = bars.reduce((most, { name }) => Math.max(most, name.length), 0);
  const axis = timeAxis(first, until, columnsBeside(longest, width ?? PLAIN_WIDTH));
  yield axisLine(axis);
  for (const { row, turns, name } of bars) {
    const text = [styled(name, 'name'), `  ${row.text}`];
    yield { kind: 'hang', margin: 0, lead: [...bar(turns, axis), '  '], text, isCut: true };
  }
  const standings = bars.flatMap(({ turns }) => turns.flatMap(({ standing }) => standing ?? []));
  yield line();
  yield* legend(new Set(standings), width);
  yield tallyLine(tally(rows), 0, countAll?.() ?? null);
}

/** Half of the width, less where a name needs more; all of it where too little would be left. */
function columnsBeside(name: number, width: number): number {
  const columns = Math.min(Math.floor(width / 2), width - name - 3);
  return columns < NARROWEST ? width : columns;
}
