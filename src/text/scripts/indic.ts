/** Consonants from the fifteenth place on. */
const CONSONANTS = 'k kh g gh ng ch chh j jh ny t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h'.split(
  ' ',
);
/** Vowels from the fifth place on, and the signs for them, without the first. */
const VOWELS = 'a a i i u u ri l e e e ai o o o au'.split(' ');
const AT = { vowel: 0x05, consonant: 0x15, nukta: 0x3c, sign: 0x3e, virama: 0x4d, digit: 0x66 };
const OTHERS: Readonly<Record<number, string>> = {
  1: 'ṃ',
  2: 'ṃ',
  3: 'h',
  78: 't',
  112: 'ṃ',
  113: '',
  122: 'n',
  123: 'n',
  124: 'r',
  125: 'l',
  126: 'l',
  127: 'k',
};
/** What a dot below makes of a consonant. */
const DOTTED: Readonly<Record<string, string>> = { j: 'z', d: 'r', dh: 'rh', ph: 'f' };
/** The vowel that a consonant has where none is written. */
const INHERENT = 'ə';
const VOWEL = `[aeiou${INHERENT}]`;
const CONSONANT = '(?:chh|[kgcjtdpbszr]h|n[gy]|[kgjtdnpbmyrlvshzf])';
const UNHEARD = new RegExp(`(?<=${VOWEL}${CONSONANT})${INHERENT}(?=${CONSONANT}${VOWEL})`, 'g');
const UNHEARD_AT_END = new RegExp(`(?<=.)${INHERENT}$`);
/** From Odia on, all vowels are heard, and a nasal at the end is an m. */
const HEARD = /[\u0b00-\u0d7f]/;
const BENGALI = /[\u0980-\u09ff]/;

/**
 * The scripts of India, whose blocks Unicode lays out alike, in Latin letters as newspapers spell them; all else is left
 * as it is.
 */
export function indicInLatin(text: string): string {
  return text.replace(/[\u0900-\u0d7f]+/g, (run) => {
    const letters = Array.from(run.normalize('NFC'));
    const places = letters.map((letter) => (letter.charCodeAt(0) - 0x900) % 0x80);
    const word = letters.map((letter, index) => soundOf(places, index) ?? letter).join('');
    const isHeard = HEARD.test(run);
    const nasal = word
      .replace(isHeard ? /ṃ(?=[pbm]|$)/g : /ṃ(?=[pbm])/g, 'm')
      .replace(/ṃ/g, BENGALI.test(run) ? 'ng' : 'n');
    const spoken = isHeard ? nasal : nasal.replace(UNHEARD_AT_END, '').replace(UNHEARD, '');
    return spoken.replaceAll(INHERENT, 'a');
  });
}

/** How the letter at an index is said; undefined where it is not known. */
function soundOf(places: readonly number[], index: number): string | undefined {
  const place = places[index] as number;
  if (place === AT.nukta || place === AT.virama) return '';
  if (place >= AT.digit && place < AT.digit + 10) return String(place - AT.digit);
  const plain = CONSONANTS[place - AT.consonant];
  if (plain === undefined) return VOWELS[place - AT.vowel] ?? VOWELS[place - AT.sign + 1] ?? OTHERS[place];
  const isDotted = places[index + 1] === AT.nukta;
  const next = places[index + (isDotted ? 2 : 1)] ?? 0;
  const hasVowel = next >= AT.sign && next <= AT.virama;
  return `${isDotted ? (DOTTED[plain] ?? plain) : plain}${hasVowel ? '' : INHERENT}`;
}
