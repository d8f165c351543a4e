import { fold } from './fold.ts';

/**
 * Words that carry a sentence's grammar and not its content, by language: articles, forms of "to be", "to have" and of
 * the future, and what joins clauses. Negations, and prepositions that turn a statement around, are not among them.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'a an the of in on at by is are was were be been being am has have had having will would shall do does did and that this these those it its there which who as s',
  pl: 'w we na o i oraz a ze ktory ktora ktore jest sa byl byla bylo byly bedzie beda zostal zostala zostalo zostaly sie to ten ta te tego tej',
  de: 'der die das den dem des ein eine einen einem einer eines ist sind war waren wird werden wurde wurden hat haben hatte hatten und dass im in am an es sich',
  fr: 'le la les l un une des du de d est sont etait etaient sera seront a ont avait avaient et que qui en dans au aux il elle ce cette ces se s',
  es: 'el la los las un una unos unas de del es son era eran sera seran ha han habia habian y que en al se',
  ru: 'в во на и что это этот эта эти он она оно был была было были будет будут есть который которая которое которые',
};

const setOf = (words: string) => new Set(words.split(' ').map(fold));
const sets = new Map<string, ReadonlySet<string>>();

function functionWords(language: string): ReadonlySet<string> {
  let words = sets.get(language);
  if (!words) {
    words = setOf(FUNCTION_WORDS[language] ?? '');
    sets.set(language, words);
  }
  return words;
}

/**
 * What a sentence says once case, accents, punctuation, word order and function words are set aside: texts that say the
 * same yield the same.
 * @param language a BCP 47 tag; English where there is none
 */
export function contentOf(text: string, language: string | null): string {
  const set = functionWords((language ?? 'en').split('-')[0]?.toLowerCase() ?? 'en');
  // A dot or comma within a number, and the sign before it, belong to it.
  const words = fold(text).match(/[-−]?\d+(?:[.,:]\d+)*%?|[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words
    .filter((word) => !set.has(word))
    .sort()
    .join(' ');
}
