import { ticksOf } from '../../query/ticks.ts';
import type { TimeAxis } from '../../query/time-axis.ts';
import { type Block, line, type Piece, styled } from '../page.ts';
import { placeLabels } from './place-labels.ts';

/**
 * The line that says which days an axis spans: its first and last day, and months or years between.
 * @param lead what stands left of it
 */
export function axisLine(axis: TimeAxis, ...lead: readonly Piece[]): Block {
  const { first, last, columns } = axis;
  const ends = [{ text: first, column: 0, isMarked: false }];
  if (first !== last) ends.push({ text: last, column: columns.length - 1, isMarked: false });
  const ticks = ticksOf(axis, 2).map((tick) => ({ ...tick, isMarked: true }));
  const [text = ''] = placeLabels([...ends, ...ticks], columns.length, 1);
  return line(...lead, styled(text, 'quiet'));
}
