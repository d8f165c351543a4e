const SYLLABLES =
  'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu';
const LATIN = new Map(SYLLABLES.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
const SMALL: Readonly<Record<string, string>> = {
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
  ゎ: 'wa',
};

/**
 * Kana in Hepburn romanization, without marks of length; all else is left as it is.
 */
export function kanaInLatin(text: string): string {
  const hiragana = text.replace(/[ァ-ヴ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
  return hiragana
    .replace(/([ぁ-ゔ])([ぁぃぅぇぉゃゅょゎ])/g, (_, full: string, small: string) => contracted(full, small))
    .replace(/[ぁ-ゔ]/g, (letter) => LATIN.get(letter) ?? SMALL[letter] ?? letter)
    .replace(/っ(?=ch)/g, 't')
    .replace(/っ([a-z])/g, '$1$1')
    .replace(/(?<=[a-z])[っー]+/g, '')
    .replace(/っ/g, '');
}

/** A syllable and the small vowel that it is said with. */
function contracted(full: string, small: string): string {
  const head = LATIN.get(full);
  const tail = SMALL[small];
  if (head === undefined || tail === undefined) return full + small;
  const consonant = head.slice(0, -1);
  return /^(?:sh|ch|j)$/.test(consonant) && tail.startsWith('y') ? consonant + tail.slice(1) : consonant + tail;
}
