import { foldForRanking } from './fold-for-ranking.ts';
import { functionWords } from './function-words.ts';

/** Scripts that put no space between words, each with how many letters together stand for one. */
const UNSPACED: readonly [run: () => RegExp, letters: number][] = [
  [() => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu, 2],
  [() => /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu, 4],
];

/**
 * The words that a spelling stands for as they are compared: most often one, none for a function word, and several
 * where a script does not space them.
 */
export function wordsOf(spelling: string): readonly string[] {
  if (/^\d+[.,]/.test(spelling)) return [plainNumber(spelling)];
  const folded = foldForRanking(spelling);
  if (/^[\x00-\u0dff]+$/.test(folded)) return functionWords.has(folded) ? [] : [folded];
  const words = unspacedWords(folded);
  return words.filter((word) => word !== '' && !functionWords.has(word));
}

/** `1,000` and `1.000` are a thousand, `2,5` is two and a half. */
const plainNumber = (digits: string): string =>
  /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : digits.replace(/,/g, '.');

function unspacedWords(folded: string): string[] {
  const words: string[] = [];
  let spaced = folded;
  for (const [run, letters] of UNSPACED) {
    spaced = spaced.replace(run(), (found) => {
      words.push(...overlapping([...found], letters));
      return ' ';
    });
  }
  return [...words, ...spaced.split(' ')];
}

function overlapping(letters: readonly string[], size: number): string[] {
  const count = Math.max(1, letters.length - size + 1);
  return Array.from({ length: count }, (_, at) => letters.slice(at, at + size).join(''));
}
