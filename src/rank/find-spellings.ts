const [COMMA, POINT] = [0x2c, 0x2e];
const DIGIT = 1;
const LETTER = 2;
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

/** What is told of each spelling: where it begins, where it ends, and its hash. */
export const STRIDE = 3;

/** How much room the spellings of a text take at most. */
export const roomFor = (text: string): number => STRIDE * text.length;

/**
 * Finds the words and numbers of a text: `\d+([.,]\d+)*` and `[\p{L}\p{N}\p{M}]+`, in their order.
 * @param found gets `STRIDE` numbers of each; the same array serves for all texts
 * @returns how many numbers there are
 */
export function findSpellings(text: string, found: Int32Array): number {
  // One look at each character, hash and all, is many times faster than a pattern.
  const { length } = text;
  let count = 0;
  let at = 0;
  while (at < length) {
    const start = at;
    const code = text.charCodeAt(at++);
    if (code >= KINDS.length) {
      if (isPrint(code)) continue;
      return findInAnyScript(text, found);
    }
    const kind = KINDS[code];
    if (kind === 0) continue;
    let hash = hashed(0, code);
    if (kind === DIGIT) {
      const end = endOfNumber(text, at);
      while (at < end) hash = hashed(hash, text.charCodeAt(at++));
    } else {
      for (; at < length; at++) {
        const next = text.charCodeAt(at);
        if (next >= KINDS.length || KINDS[next] === 0) break;
        hash = hashed(hash, next);
      }
    }
    found[count++] = start;
    found[count++] = at;
    found[count++] = hash;
  }
  return count;
}

/** Signs of print in Latin, Greek and Cyrillic texts; patterns for all scripts take milliseconds to compile. */
const isPrint = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x205e) || (code >= 0x20a0 && code <= 0x20bf) || code === 0x2116;

function findInAnyScript(text: string, found: Int32Array): number {
  spellingIn ??= /\d+(?:[.,]\d+)*|[\p{L}\p{N}\p{M}]+/gu;
  let count = 0;
  for (const { 0: spelling, index } of text.matchAll(spellingIn)) {
    found[count++] = index;
    found[count++] = index + spelling.length;
    found[count++] = hashOf(spelling);
  }
  return count;
}

/** FNV-1a, of characters in place of bytes. */
const hashed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** A spelling's hash, as `findSpellings` tells it. */
export function hashOf(spelling: string): number {
  let hash = 0;
  for (let at = 0; at < spelling.length; at++) hash = hashed(hash, spelling.charCodeAt(at));
  return hash;
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
  const found = new Int32Array(roomFor(text));
  const count = findSpellings(text, found) / STRIDE;
  return Array.from({ length: count }, (_, at) => text.slice(found[STRIDE * at], found[STRIDE * at + 1]));
}
