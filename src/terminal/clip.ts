import type { Measure } from '../text/measure.ts';
import { graphemesOf } from './graphemes.ts';
import { widthOf } from './wrap.ts';

const GAP = '…';

/** As many of the characters, from the first on, as fit the columns. */
function fitting(characters: readonly string[], columns: number, measure: Measure): readonly string[] {
  let left = columns;
  const end = characters.findIndex((character) => {
    left -= widthOf(character, measure);
    return left < 0;
  });
  return end === -1 ? characters : characters.slice(0, end);
}

/** A text of at most so many columns: of a longer one, the end is left out. */
export function clipped(text: string, columns: number, measure: Measure): string {
  const characters = graphemesOf(text);
  if (fitting(characters, columns, measure).length === characters.length) return text;
  return columns < 1 ? '' : fitting(characters, columns - 1, measure).join('') + GAP;
}

/** A text of at most so many columns: of a longer one the middle is left out, for its end may tell as much. */
export function clippedWithin(text: string, columns: number, measure: Measure): string {
  const characters = graphemesOf(text);
  if (fitting(characters, columns, measure).length === characters.length) return text;
  const tail = Math.floor((columns - 1) / 2);
  const head = fitting(characters, columns - 1 - tail, measure);
  const end = fitting(characters.toReversed(), tail, measure).toReversed();
  return `${head.join('').trimEnd()}${GAP}${end.join('').trimStart()}`;
}
