import { oneLine } from '../text/escape.ts';
import { type Piece, styled } from '../view/page.ts';
import { clipped } from './clip.ts';
import { type Canvas, type Row, rowOf } from './row.ts';

/** The first row: a name at the left, and at the right where one is; of the two, the name gives way. */
export function headRow(left: string, right: string, { columns, measure }: Canvas): Row {
  const end = clipped(oneLine(right), columns - 2, measure);
  const start = clipped(oneLine(left), columns - 4 - measure.width(end), measure);
  const gap = Math.max(0, columns - 2 - measure.width(start) - measure.width(end));
  return rowOf(styled(` ${start}`, 'name'), { text: ' '.repeat(gap) }, styled(`${end} `, 'quiet'));
}

/** A line across the screen, with what the part below it is about. */
export function ruleRow(title: string, { columns, measure }: Canvas): Row {
  const text = title === '' ? '' : ` ${clipped(oneLine(title), columns - 6, measure)} `;
  return rowOf(styled(`──${text}`.padEnd(columns - measure.width(text) + text.length, '─'), 'quiet'));
}

/** What a key does, in a word or two. */
export interface Hint {
  readonly key: string;
  /** Empty for a key that tells by itself. */
  readonly does: string;
  /** Left out where there is no room for all, those with the highest number first; never without a number. */
  readonly spare?: number;
}

/** The last row: what can be pressed, as much of it as fits. */
export function keyRow(hints: readonly Hint[], { columns, measure }: Canvas): Row {
  const shown = [...hints];
  const widthWith = (gap: number) =>
    shown.reduce((total, { key, does }) => total + gap + measure.width(`${key} ${does}`.trimEnd()), -gap);
  while (widthWith(1) > columns) {
    const spare = Math.max(...shown.map((hint) => hint.spare ?? 0));
    if (spare === 0) break;
    shown.splice(
      shown.findIndex((hint) => hint.spare === spare),
      1,
    );
  }
  const gap = ' '.repeat(widthWith(2) <= columns ? 2 : 1);
  return {
    pieces: shown.flatMap(({ key, does }, index): Piece[] => [
      { text: index === 0 ? '' : gap },
      { text: key, style: 'name' },
      { text: does === '' ? '' : ` ${does}` },
    ]),
  };
}
