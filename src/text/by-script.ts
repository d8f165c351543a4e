export const ASCII = /^[\x00-\x7f]*$/;
/** Latin of all kinds in Unicode form NFC, with the quotation marks and dashes of print. */
export const LATIN = /^[\x00-\u024f\u2010-\u205e]*$/;
/** The letters and numbers among them (general categories L and N), once case is set aside. */
export const LATIN_LETTERS = 'a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u00f6\\u00f8-\\u024f';
export const LATIN_NUMBERS = '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be';
/** The signs of currencies among them (general category Sc). */
export const LATIN_CURRENCIES = '$\\u00a2-\\u00a5';

/**
 * A pattern for most texts, and one for all others, which is made when the first of them comes: classes of all of
 * Unicode take milliseconds to compile, longer than a small ledger takes to read.
 * @returns the one that a text needs
 */
export function byScript(narrow: RegExp, pattern: RegExp, wide: () => RegExp): (text: string) => RegExp {
  let made: RegExp | undefined;
  return (text) => {
    if (narrow.test(text)) return pattern;
    made ??= wide();
    return made;
  };
}
