import transliterate from '@sindresorhus/transliterate';

/** Letters as people spell names in Latin ones, where the library has another spelling or none. */
const SPELLINGS = 'щshch ћc ђdj ѕdz џdz ѓgj ουou αυav ευev ηυiv μπb ντnt γγng γκgk χch եe ոo ուu փp ծts ւv ფp წts ჭch';
/** The same for one language. Two dots make another vowel in German, and are left out elsewhere. */
const OWN: Readonly<Record<string, string>> = {
  de: 'äae öoe üue',
  ru: 'ийy ыйy',
  uk: 'ийyi гh ґg иy іi їi йy',
  be: 'гh ґg іi ўu',
  bg: 'щsht ъa хh',
  sr: 'хh цc жz чc шs',
  mk: 'хh цc жz чc шs',
};
const PLAIN = 'äa öo üu';

const pairs = (spellings: string): [string, string][] =>
  spellings.split(' ').map((pair) => {
    const at = pair.search(/[a-z]+$/);
    return [pair.slice(0, at), pair.slice(at)];
  });

const made = new Map<string, Map<string, string>>();

/** What is written in Latin, Cyrillic, Greek, Armenian or Georgian letters, in lower-case letters of ASCII. */
export function lettersInLatin(text: string, language: string): string {
  const own = made.get(language) ?? new Map(pairs([PLAIN, SPELLINGS, OWN[language]].filter(Boolean).join(' ')));
  made.set(language, own);
  // Greek accents tell which vowel is stressed, and stand in the way of pairs of vowels.
  const plain = text.toLowerCase().replace(/\p{Script=Greek}+/gu, (run) =>
    run
      .normalize('NFD')
      .replace(/\u0301/g, '')
      .normalize('NFC'),
  );
  return transliterate(plain, { customReplacements: own, locale: language }).toLowerCase();
}
