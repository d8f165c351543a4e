import { defined } from '../text/defined.ts';
import { ALIASES, LISTS, SHARED } from './abbreviations.ts';

/** How a language writes what could be taken for the end of a sentence, ready for asking. */
export interface Customs {
  readonly language: string;
  readonly binding: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly year: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly ordinals: boolean;
}

const cache = new Map<string, Customs>();

function customsOfKnown(language: string): Customs {
  const known = cache.get(language);
  if (known) return known;
  const lists = defined(LISTS[language]);
  const setOf = (...words: string[]) => new Set(words.join(' ').split(' '));
  const customs: Customs = {
    language,
    binding: setOf(SHARED.binding, lists.binding),
    beforeNumber: setOf(SHARED.beforeNumber, lists.beforeNumber),
    open: setOf(SHARED.open, lists.open),
    year: setOf(lists.year ?? ''),
    starters: setOf(lists.starters),
    ordinals: lists.ordinals ?? false,
  };
  cache.set(language, customs);
  return customs;
}

/** Scripts that tell a language, and letters only a neighbour of it has. */
const SCRIPTS: readonly { letters: RegExp; language: string; unless?: readonly [RegExp, string][] }[] = [
  {
    letters: /[\u0400-\u04ff]/g,
    language: 'ru',
    unless: [
      [/ў/i, 'be'],
      [/[іїєґ]/i, 'uk'],
    ],
  },
  { letters: /[\u0370-\u03ff]/g, language: 'el' },
  { letters: /[\u0900-\u097f]/g, language: 'hi' },
];

function languageByScript(sample: string): string | null {
  const half = (sample.match(/\p{L}/gu)?.length ?? 0) / 2;
  const script = SCRIPTS.find(({ letters }) => (sample.match(letters)?.length ?? 0) > half);
  return script?.unless?.find(([letter]) => letter.test(sample))?.[1] ?? script?.language ?? null;
}

/** The language most of whose usual first words are among the sample's; English unless another has clearly more. */
function languageByWords(sample: string): string {
  const words = sample.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  const share = (language: string) => words.filter((word) => customsOfKnown(language).starters.has(word)).length;
  let best = 'en';
  let most = share('en') + 1;
  for (const language of Object.keys(LISTS)) {
    const count = share(language);
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

/** How much of a text is read to tell its language. */
const SAMPLE = 600;

/**
 * The customs of a language. One without lists of its own gets those its script suggests, or English ones.
 * @param language a BCP 47 tag; where there is none, the text tells
 */
export function customsOf(language: string | null, text: string): Customs {
  const primary = (language ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const listed = (Object.hasOwn(ALIASES, primary) ? ALIASES[primary] : null) ?? primary;
  if (Object.hasOwn(LISTS, listed)) return customsOfKnown(listed);
  const sample = text.slice(0, SAMPLE);
  return customsOfKnown(languageByScript(sample) ?? (language === null ? languageByWords(sample) : 'en'));
}

/** Whether an abbreviation is listed: with a capital only so, otherwise also as the first word of a sentence. */
export function isListed(set: ReadonlySet<string>, word: string): boolean {
  return set.has(word) || (word.length > 1 && set.has(word.charAt(0).toLowerCase() + word.slice(1)));
}
