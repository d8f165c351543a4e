import type { TimeAxis } from '../../query/time-axis.ts';
import type { Piece } from '../page.ts';

const BLOCKS = '▁▂▃▄▅▆▇█';
/** In letters, a height is a digit: the number itself where none is larger than 9. */
const DIGITS = 9;

/**
 * Numbers over time as heights: blank, or 0, for none.
 * @param on the number on a day
 * @param most the number that is drawn as high as it gets
 */
export function sparkline(axis: TimeAxis, on: (day: string) => number, most: number): Piece {
  const numbers = axis.columns.map(on);
  const heights = (steps: number) => numbers.map((number) => Math.ceil((number * steps) / Math.max(most, 1)));
  return {
    text: heights(BLOCKS.length)
      .map((height) => BLOCKS[height - 1] ?? ' ')
      .join(''),
    plain: (most <= DIGITS ? numbers : heights(DIGITS)).join(''),
  };
}

/** What the full height stands for. @param columns how many it takes */
export const scale = (most: number, columns: number): Piece => ({
  text: `${BLOCKS.at(-1)} = ${most}`.padEnd(columns),
  plain: (most <= DIGITS ? '' : `${DIGITS} = ${most}`).padEnd(columns),
  style: 'quiet',
});
