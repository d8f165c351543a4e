import type { ClaimRow } from '../../query/rows.ts';
import { columnOf, timeAxis } from '../../query/time-axis.ts';
import { type Standing, turnsOf } from '../../query/turns.ts';
import { line, type Page, styled } from '../page.ts';
import { bar, LOOKS } from './bar.ts';
import { placeLabels } from './place-labels.ts';

const MARGIN = 4;
const WIDEST = 100;
const NARROWEST = 16;
/** As many lines of days stand below a bar; the verdicts have them all. */
const LINES = 4;

/**
 * A claim's history as a bar, with the days on which it turned below; nothing where it has none, or no room.
 * @param until the day up to which it is drawn
 * @param width the terminal's columns; null where there is none, and nothing is drawn
 */
export function* historyBar(claim: ClaimRow, until: string, width: number | null): Page {
  const turns = turnsOf(claim, until);
  const first = turns.find(({ day }) => day !== '')?.day;
  const columns = Math.min(WIDEST, (width ?? 0) - MARGIN - until.length - 2);
  if (first === undefined || turns.every(({ standing }) => standing === null || standing === 'unseen')) return;
  if (claim.kind === 'opinion' || columns < NARROWEST) return;
  const axis = timeAxis(first, until, columns);
  const margin = ' '.repeat(MARGIN);
  yield line(margin, ...bar(turns, axis), styled(`  ${until}`, 'quiet'));
  const labels = turns.flatMap(({ day, standing }, index) =>
    day === '' ? [] : [{ text: `${day} ${wordOf(standing, index)}`, column: columnOf(axis, day), isMarked: true }],
  );
  for (const text of placeLabels(labels, columns + until.length + 2, LINES)) yield line(margin, styled(text, 'quiet'));
  yield line();
}

function wordOf(standing: Standing | null, index: number): string {
  if (standing === null) return 'withdrawn';
  // It was looked at before.
  return standing === 'unseen' && index > 0 ? 'verdict withdrawn' : LOOKS[standing].word;
}
