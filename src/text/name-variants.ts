import leven from 'leven';
import { byScript, LATIN, LATIN_LETTERS, LATIN_NUMBERS } from './by-script.ts';
import { fold, foldTypesetting } from './fold.ts';

const wordIn = byScript(LATIN, new RegExp(`[${LATIN_LETTERS}${LATIN_NUMBERS}]+`, 'g'), () => /[\p{L}\p{N}]+/gu);

/** From this length on, one letter more, less or other in a word makes no other name. */
const LONG = 6;

interface Known {
  readonly name: string;
  readonly words: readonly Word[];
}

/** A word of a name. */
interface Word {
  /** Without case and accents. */
  readonly folded: string;
  /** With its accents; the same as the other where they have not the same letters. */
  readonly accented: string;
}

/**
 * Finds names that are nearly the same: case, accents, punctuation and order of words aside, with first names cut to
 * their initials, or with one letter of a long word more, less or other. Numbers must agree. The time for each name
 * does not grow with their number.
 */
export class NameVariants {
  private readonly byKey = new Map<string, Known[]>();
  private readonly seen = new Set<string>();

  /** Takes a name in. @returns an earlier name that it is nearly the same as, or null */
  add(name: string): string | null {
    if (this.seen.has(name)) return null;
    this.seen.add(name);
    const { words, own, sought } = takenApart(name);
    const other = sought.flatMap((key) => this.byKey.get(key) ?? []).find((known) => isNear(known.words, words));
    for (const key of own) {
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, [{ name, words }]);
      // A handful of names under one key says all there is to say.
      else if (known.length < 8) known.push({ name, words });
    }
    return other?.name ?? null;
  }
}

/** A name's words, the keys that it is known by, and those that names like it are known by. */
interface Parts {
  readonly words: readonly Word[];
  readonly own: readonly string[];
  readonly sought: readonly string[];
}

/** The ledgers of an archive name the same people again and again. */
const parts = new Map<string, Parts>();
const MOST_PARTS = 10_000;

function takenApart(name: string): Parts {
  const known = parts.get(name);
  if (known) return known;
  const folded = fold(name);
  const words = folded.match(wordIn(folded)) ?? [];
  const typed =
    foldTypesetting(name)
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [own, sought] = initialKeys(words);
  const same = words.length === 0 ? [] : [sameKey(words)];
  const slips = slipKeys(words);
  // The order decides which of several names is told.
  const others = words.length === 0 ? [] : [`j ${joined(words)}`, `m ${withoutMiddle(words).join(' ')}`];
  const accented = (word: string, at: number) => {
    const one = typed.length === words.length ? typed[at] : undefined;
    return one?.length === word.length ? one : word;
  };
  const made = {
    words: words.map((word, at) => ({ folded: word, accented: accented(word, at) })),
    own: [...same, ...others, ...own, ...slips],
    sought: [...same, ...others, ...sought, ...slips],
  };
  if (parts.size < MOST_PARTS) parts.set(name, made);
  return made;
}

/** Single letters in a row as one word: U.N. is UN. */
const joined = (words: readonly string[]) => words.join(' ').replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '');

/** Without the initials between the first word and the last. */
const withoutMiddle = (words: readonly string[]) =>
  words.filter((word, at) => at === 0 || at === words.length - 1 || word.length > 1);

const sorted = (words: readonly string[]) => [...words].sort().join(' ');
const sameKey = (words: readonly string[]) => `= ${sorted(words)}`;

/** Names with initials are sought by full names, and full names by names with initials. */
function initialKeys(words: readonly string[]): [own: string[], sought: string[]] {
  const firsts = words.slice(0, -1);
  if (firsts.length === 0) return [[], []];
  const key = `${firsts.map((word) => word[0]).join(' ')} ${words.at(-1)}`;
  const isShort = firsts.every((word) => word.length === 1);
  return isShort ? [[`i ${key}`], [`f ${key}`]] : [[`f ${key}`], [`i ${key}`]];
}

/** Each long word with a letter left out: words that differ in one letter share such a key. */
function slipKeys(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    if (!isLong(word)) return [];
    const others = sorted(words.filter((_, at) => at !== index));
    const left = new Set(Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)));
    return [word, ...left].map((slip) => `~ ${others} ${slip}`);
  });
}

const isLong = (word: string) => word.length >= LONG && !/\d/.test(word);

/** Letters that are taken for one another, in writing or from one alphabet to the next. */
const SWAPPED = ['aeiouyаеиіоуыэюя', 'iyj', 'ckgq', 'cs', 'sz', 'vw'];

/**
 * Whether one word may be a typo for the other: one letter that is often doubled, left out or taken for another. Other
 * endings tell genders and numbers apart, and other first letters people; the endings -yi, -iy, -nko and -nka do not.
 */
function isSlip({ folded: a, accented: one }: Word, { folded: b, accented: other }: Word): boolean {
  if (leven(a, b, { maxDistance: 2 }) > 1 || (a.startsWith('minist') && b.startsWith('minist'))) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isDoubled = /(.)\1$/.test(long);
  const ends = `${a.at(-1)}${b.at(-1)}`;
  if (a.at(-1) !== b.at(-1) && !isDoubled && !/^(?:yi|iy)$/.test(ends) && !/nk[oa] .*nk[oa]$/.test(`${a} ${b}`))
    return false;
  const at =
    Array.from({ length: long.length }, (_, index) => index).find((index) => long[index] !== short[index]) ?? 0;
  const letter = long.charAt(at);
  if (short.length < long.length) return letter === long[at - 1] || 'hyj'.includes(letter) || long.length >= 8;
  // Letters that an accent tells apart are two: Müller is not Möller.
  if (one[at] !== a[at] && other[at] !== b[at]) return false;
  return SWAPPED.some((letters) => letters.includes(letter) && letters.includes(short.charAt(at)));
}

/** Whether one name is the other without any of the initials in its middle. */
const lacksInitials = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 1 && one.length < other.length && one.join(' ') === withoutMiddle(other).join(' ');

/** Whether names that share a key are near indeed: a left-out letter makes some words alike that are two letters apart. */
function isNear(first: readonly Word[], second: readonly Word[]): boolean {
  const [one, other] = [first.map(({ folded }) => folded), second.map(({ folded }) => folded)];
  const wordOf = (words: readonly Word[], folded: string) =>
    words.find((word) => word.folded === folded) ?? { folded, accented: folded };
  if (joined(one) === joined(other)) return true;
  if (lacksInitials(one, other) || lacksInitials(other, one)) return true;
  const [ones, others] = [[...one].sort(), [...other].sort()];
  const onlyOne = ones.filter((word) => !others.includes(word));
  const onlyOther = others.filter((word) => !ones.includes(word));
  if (onlyOne.length === 0 && onlyOther.length === 0) return ones.length === others.length;
  const [[a, ...furtherOnes], [b, ...furtherOthers]] = [onlyOne, onlyOther];
  if (a !== undefined && b !== undefined && furtherOnes.length === 0 && furtherOthers.length === 0) {
    if (isLong(a) && isLong(b) && isSlip(wordOf(first, a), wordOf(second, b))) return true;
  }
  const isInitial = (word: string, full: string) => word.length === 1 && full.startsWith(word);
  if (one.length !== other.length || one.at(-1) !== other.at(-1)) return false;
  const firsts = one.slice(0, -1).map((word, at) => [word, other[at] ?? ''] as const);
  return firsts.every(([a, b]) => isInitial(a, b)) || firsts.every(([a, b]) => isInitial(b, a));
}
