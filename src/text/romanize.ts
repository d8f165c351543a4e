import { hangulInLatin } from './scripts/hangul.ts';
import { indicInLatin } from './scripts/indic.ts';
import { kanaInLatin } from './scripts/kana.ts';
import { lettersInLatin } from './scripts/letters.ts';
import { semiticInLatin } from './scripts/semitic.ts';
import { thaiInLatin } from './scripts/thai.ts';

/** A word in small Latin letters and digits, or null where a letter of it has no table. */
export type Romanizer = (word: string) => string | null;

/**
 * Spells words in Latin letters.
 * @param text where they come from: only one with Chinese characters loads the readings of these
 * @param language its language, as a subtag of BCP 47
 */
export async function romanizerFor(text: string, language: string): Promise<Romanizer> {
  const hanInLatin = /\p{Script=Han}/u.test(text) ? await pinyin() : (word: string) => word;
  return (word) => {
    const plain = word.normalize('NFKC').replace(/['\u02bc\u2019\p{Cf}]/gu, '');
    const latin = lettersInLatin(
      [hanInLatin, kanaInLatin, hangulInLatin, thaiInLatin, indicInLatin, semiticInLatin].reduce(
        (spelt, inLatin) => inLatin(spelt),
        plain,
      ),
      language,
    ).replaceAll("'", '');
    return /^[a-z0-9]+$/.test(latin) ? latin : null;
  };
}

/** Chinese characters as they are read in Mandarin, whatever the language. */
async function pinyin(): Promise<(text: string) => string> {
  const { pinyin: read } = await import('pinyin-pro');
  return (text) => text.replace(/\p{Script=Han}+/gu, (run) => read(run, { toneType: 'none', type: 'array' }).join(''));
}
