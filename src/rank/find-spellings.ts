const [COMMA, POINT] = [0x2c, 0x2e];
const DIGIT = 1;
const LETTER = 2;
/** Latin, Greek and Cyrillic texts, with the signs of print; patterns for all scripts take milliseconds to compile. */
const USUAL = /^[\x00-\u052f\u2010-\u205e\u20a0-\u20bf\u2116]*$/;
/** The letters, numbers and marks among their characters (general categories L, N and M), as ranges of codes. */
const LETTERS =
  '30-39 41-5a 61-7a aa b2-b3 b5 b9-ba bc-be c0-d6 d8-f6 f8-2c1 2c6-2d1 2e0-2e4 2ec 2ee 300-374 376-377 37a-37d 37f 386 388-38a 38c 38e-3a1 3a3-3f5 3f7-481 483-52f';
/** What each of these characters is, by its code. */
const KINDS = new Uint8Array(0x530);
for (const range of LETTERS.split(' ')) {
  const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
  KINDS.fill(LETTER, first, last + 1);
}
KINDS.fill(DIGIT, 0x30, 0x3a);
let spellingIn: RegExp | undefined;

/** How much room the places of a text's words take at most. */
export const roomFor = (text: string): number => 2 * text.length;

/**
 * Finds the words and numbers of a text: `\d+([.,]\d+)*` and `[\p{L}\p{N}\p{M}]+`, in their order.
 * @param places gets where each begins, and where it ends; the same array serves for all texts
 * @returns how many places there are
 */
export function findSpellings(text: string, places: Int32Array): number {
  let count = 0;
  if (!USUAL.test(text)) {
    spellingIn ??= /\d+(?:[.,]\d+)*|[\p{L}\p{N}\p{M}]+/gu;
    for (const { 0: spelling, index } of text.matchAll(spellingIn)) {
      places[count++] = index;
      places[count++] = index + spelling.length;
    }
    return count;
  }
  // Many times faster than a pattern.
  const { length } = text;
  let at = 0;
  while (at < length) {
    const start = at;
    const kind = KINDS[text.charCodeAt(at++)];
    if (kind === LETTER) {
      while (at < length && (KINDS[text.charCodeAt(at)] ?? 0) !== 0) at++;
    } else if (kind === DIGIT) at = endOfNumber(text, at);
    else continue;
    places[count++] = start;
    places[count++] = at;
  }
  return count;
}

function endOfNumber(text: string, from: number): number {
  const isDigit = (at: number) => KINDS[text.charCodeAt(at)] === DIGIT;
  let at = from;
  for (;;) {
    while (isDigit(at)) at++;
    const sign = text.charCodeAt(at);
    if ((sign !== POINT && sign !== COMMA) || !isDigit(at + 1)) return at;
    at++;
  }
}

/** The words and numbers of a text as they are spelled in it, in their order. */
export function spellingsIn(text: string): readonly string[] {
  const places = new Int32Array(roomFor(text));
  const count = findSpellings(text, places);
  return Array.from({ length: count / 2 }, (_, at) => text.slice(places[2 * at], places[2 * at + 1]));
}
