import { isEmptyWord, languageOf } from '../text/empty-words.ts';
import { foldTypesetting } from '../text/fold.ts';
import { isNegation } from '../text/negation.ts';
import { romanizerFor } from '../text/romanize.ts';
import { type Token, tokensOf } from '../text/tokens.ts';

/** A word of a text, as far as a new id can be made of it. */
export interface IdWord {
  /** In Latin letters: the word, or the parts of a compound or of a decimal. */
  readonly latin: readonly string[];
  /** The same as written, in small letters, without the ending of a long word. */
  readonly stems: readonly string[];
  readonly kind: 'word' | 'name' | 'number' | 'negation';
  /** How many words that tell nothing stand between it and the one before; infinity where a sign does. */
  readonly gap: number;
  /** Where it stands, from 0, the beginning of the text, to 1. */
  readonly place: number;
}

/** Words too short to be of use in an id, but for those all in capitals; endings in Japanese. */
const SHORT = /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,2}|\p{Script=Hiragana}{1,3})$/u;
const ACRONYM = /^[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]+$/u;

/**
 * The words of a text but for those that tell nothing, and those in a script that has no table, in the order of the text.
 * @param language the ledger's, a BCP 47 tag, for texts that do not show which they are in
 */
export async function idWordsOf(text: string, language: string | null): Promise<readonly IdWord[]> {
  const folded = foldTypesetting(text);
  const tokens = tokensOf(folded);
  const spelt = tokens.flatMap(({ parts }) => parts);
  const own = languageOf(spelt, language);
  const inLatin = await romanizerFor(folded, own);
  const capitals = useOfCapitals(spelt);
  const tells = (part: string) =>
    (capitals !== 'all' && ACRONYM.test(part)) ||
    (!isEmptyWord(part, own) && (own === 'vi' || isNegation(part, own) || !SHORT.test(part)));
  const words: IdWord[] = [];
  let gap = 0;
  for (const [index, token] of tokens.entries()) {
    const { isNumber, isNext, isPercentage } = token;
    if (!isNext) gap = Number.POSITIVE_INFINITY;
    const parts = isNumber ? token.parts : token.parts.filter(tells);
    const latin = parts.map(inLatin);
    if (latin.length === 0 || !latin.every(isSaid)) {
      gap++;
      continue;
    }
    words.push({
      latin: isPercentage ? [...latin, 'percent'] : latin,
      stems: parts.map(stemOf),
      // Numbers in other scripts' signs, too.
      kind: /[a-z]/.test(latin.join('')) ? kindOf(token, own, capitals === 'names' && own !== 'de') : 'number',
      gap,
      place: index / tokens.length,
    });
    gap = 0;
  }
  return words;
}

const isSaid = (latin: string | null): latin is string => latin !== null && /\d|../.test(latin);

function kindOf({ parts, isNumber, isFirst }: Token, language: string, hasNames: boolean): IdWord['kind'] {
  if (isNumber) return 'number';
  const [word = ''] = parts;
  if (isNegation(word, language)) return 'negation';
  return (hasNames && !isFirst && /^\p{Lu}/u.test(word)) || ACRONYM.test(word) ? 'name' : 'word';
}

/** Whether capital letters open names, all words, or most, as in English headlines. */
function useOfCapitals(words: readonly string[]): 'names' | 'all' | 'most' {
  const cased = words.filter((word) => /\p{Ll}|\p{Lu}/u.test(word));
  if (!cased.some((word) => /\p{Ll}/u.test(word))) return 'all';
  const capital = cased.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital > 3 && capital > 0.7 * cased.length ? 'most' : 'names';
}

/** A long word without its ending, which is another one in another place of a sentence. */
function stemOf(word: string): string {
  const letters = word.toLowerCase();
  return letters.length > 6 ? letters.slice(0, -2) : letters;
}
