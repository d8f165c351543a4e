import { isNarrow } from '../text/measure.ts';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What a person takes for the characters of a text: letters with their marks, joined emoji. */
export function graphemesOf(text: string): string[] {
  // A screen is cut up at each key, and segmenting is slow.
  return isNarrow(text) ? text.split('') : Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** The character that an index is within; undefined outside the text. Only what is around it is looked at. */
const characterAt = (text: string, at: number) => GRAPHEMES.segment(text).containing(at);

/** The edge of a character before an index; 0 at the start. */
export const edgeBefore = (text: string, at: number): number => characterAt(text, at - 1)?.index ?? 0;

/** The edge of a character after an index; the end at the end. */
export function edgeAfter(text: string, at: number): number {
  const character = characterAt(text, at);
  return character === undefined ? text.length : character.index + character.segment.length;
}

/** The index itself where a character starts there, else the end of the character that it is within. */
export const nextEdge = (text: string, at: number): number =>
  characterAt(text, at)?.index === at ? at : edgeAfter(text, at);

/** A piece of a text between two places where words begin or end. */
interface WordPiece {
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/** A text in words and what stands between them, also in scripts that write no spaces. */
export const wordsOf = (text: string): WordPiece[] =>
  Array.from(WORDS.segment(text), ({ index, segment, isWordLike }) => ({
    start: index,
    end: index + segment.length,
    isWord: isWordLike === true,
  }));
