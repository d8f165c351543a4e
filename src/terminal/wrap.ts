import { oneLine } from '../text/escape.ts';
import { isNarrow, type Measure } from '../text/measure.ts';
import { graphemesOf, wordsOf } from './graphemes.ts';

/** A part of a text, by its indices. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** White space that a line may be broken at. */
const BLANK = /^[^\S\u00a0\u2007\u202f]+$/;
const BLANKS = /[^\S\u00a0\u2007\u202f]/g;
/** Scripts written without spaces between words. */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const UNSPACED = `[${SCRIPTS.map((name) => `\\p{Script=${name}}`).join('')}]`;
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ENDS_UNSPACED = new RegExp(`${UNSPACED}$`, 'u');
const OPENING = /^[\p{Ps}\p{Pi}]$/u;

/** Where a line may be broken: after white space, and between words of a script that has none. */
function breaksIn(text: string): Set<number> {
  if (isNarrow(text)) return new Set(Array.from(text.matchAll(BLANKS), ({ index, 0: { length } }) => index + length));
  const breaks = new Set<number>();
  let before = '';
  for (const { start, end, isWord } of wordsOf(text)) {
    const piece = text.slice(start, end);
    // No line ends with an opening bracket, or starts with what closes one or ends a sentence.
    const mayPart = !OPENING.test(before) && (isWord || OPENING.test(piece));
    const isUnspaced = STARTS_UNSPACED.test(piece) || ENDS_UNSPACED.test(before);
    if (BLANK.test(before) || (mayPart && isUnspaced)) breaks.add(start);
    before = piece;
  }
  return breaks;
}

/** Widths that were measured: a text repeats its characters, and measuring one takes far longer than looking it up. */
const WIDTHS = new WeakMap<Measure, Map<string, number>>();

/** The columns that one character takes as it is shown. */
export function widthOf(character: string, measure: Measure): number {
  if (isNarrow(character)) return 1;
  const known = WIDTHS.get(measure) ?? new Map<string, number>();
  WIDTHS.set(measure, known);
  const width = known.get(character) ?? measure.width(oneLine(character));
  known.set(character, width);
  return width;
}

/**
 * A text in parts that each fit a row, broken at words where it can be. Every character is in one of them: a blank at
 * the end of a row may take one column more than there are. There is one part at least.
 */
export function wrapped(text: string, columns: number, measure: Measure): Span[] {
  const breaks = breaksIn(text);
  const spans: Span[] = [];
  let start = 0;
  let width = 0;
  /** The last place to break this row at, and the width up to it. */
  let last = { at: 0, width: 0 };
  let at = 0;
  for (const character of graphemesOf(text)) {
    if (breaks.has(at)) last = { at, width };
    const taken = widthOf(character, measure);
    const room = columns + (BLANK.test(character) ? 1 : 0);
    while (width + taken > room && at > start) {
      const end = last.at > start ? last.at : at;
      width = last.at > start ? width - last.width : 0;
      spans.push({ start, end });
      start = end;
    }
    width += taken;
    at += character.length;
  }
  return [...spans, { start, end: text.length }];
}
