import { byScript, LATIN, LATIN_CURRENCIES, LATIN_LETTERS, LATIN_NUMBERS } from './by-script.ts';
import { foldTypesetting } from './fold.ts';

/**
 * Words that carry a sentence's grammar and not its content, by language: articles, pronouns that point, "is" and what
 * joins clauses. Negations, tenses, voices, and prepositions that turn a statement around are not among them.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'a an the of and that this these those it its there which s is are',
  pl: 'w we i oraz a że który która które się to ten ta te tego tej',
  de: 'der die das des ein eine einen einem einer eines und dass es',
  fr: 'le la les l un une des du de d et que qui il elle ce cette ces s',
  es: 'el la los las un una unos unas de y que',
  ru: 'в во и что это этот эта эти который которая которое которые',
  uk: 'в у і й та що це цей ця ці який яка яке які',
};

/** Numbers with what belongs to them, words, and signs that tell what is counted or rated. */
function tokens(letters: string, numbers: string, marks: string, signs: string, flags: string): RegExp {
  const number = String.raw`\d+(?:[.,:/-]\d+)*(?:\s*%)?`;
  const isNoWord = `(?<![${letters}${numbers}])`;
  const rating = `(?<=[${letters}])-(?![${letters}${numbers}])`;
  return new RegExp(
    `${isNoWord}-?[.,]?${number}|${number}|[${letters}${numbers}${marks}]+|[${signs}+#<>≤≥°‰]|${rating}`,
    flags,
  );
}

const tokenIn = byScript(LATIN, tokens(LATIN_LETTERS, LATIN_NUMBERS, '', LATIN_CURRENCIES, 'g'), () =>
  tokens('\\p{L}', '\\p{N}', '\\p{M}', '\\p{Sc}', 'gu'),
);

/** Case and ways of typing set aside; accents stay, for they make other words. */
const plain = (text: string) =>
  text.toLowerCase().normalize('NFC').replace(/ё/g, 'е').replace(/ß/g, 'ss').replace(/[−–]/g, '-');

const setOf = (words: string) => new Set(words.split(' ').map(plain));
const sets = new Map<string, ReadonlySet<string>>();

function functionWords(language: string): ReadonlySet<string> {
  let words = sets.get(language);
  if (!words) {
    words = setOf(FUNCTION_WORDS[language] ?? '');
    sets.set(language, words);
  }
  return words;
}

/** Words that are acronyms as well, where a text that is not all in capitals has them in capitals. */
const ACRONYMS = new Set(
  'a am an and are as at be by can do ice in is it may me no of on or pm so the to up us was we who will'.split(' '),
);

/** Acronyms marked, so that they are told from the words that they look like. */
function markAcronyms(text: string): string {
  if (!/\p{Ll}/u.test(text)) return text;
  return text.replace(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu, (word) =>
    ACRONYMS.has(word.toLowerCase()) ? `${word}ˑ` : word,
  );
}

/**
 * What a sentence says once case, punctuation and function words are ignored: texts that say the same yield the same.
 * Word order counts, and an acronym is no function word.
 * @param language a BCP 47 tag; English where there is none
 */
export function contentOf(text: string, language: string | null): string {
  const set = functionWords((language ?? 'en').split('-')[0]?.toLowerCase() ?? 'en');
  const typed = plain(markAcronyms(foldTypesetting(text)));
  const words = (typed.match(tokenIn(typed)) ?? []).map((word) =>
    word.endsWith('%') ? word.replace(/\s/g, '') : word,
  );
  return words.filter((word) => !set.has(word)).join(' ');
}
