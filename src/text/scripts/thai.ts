/** How each consonant is said before a vowel and after it (Royal Thai General System of Transcription). */
const SOUNDS =
  'ก:k:k ข:kh:k ฃ:kh:k ค:kh:k ฅ:kh:k ฆ:kh:k ง:ng:ng จ:ch:t ฉ:ch:t ช:ch:t ซ:s:t ฌ:ch:t ญ:y:n ฎ:d:t ฏ:t:t ฐ:th:t ฑ:th:t ฒ:th:t ณ:n:n ด:d:t ต:t:t ถ:th:t ท:th:t ธ:th:t น:n:n บ:b:p ป:p:p ผ:ph:p ฝ:f:p พ:ph:p ฟ:f:p ภ:ph:p ม:m:m ย:y:i ร:r:n ล:l:n ว:w:o ศ:s:t ษ:s:t ส:s:t ห:h: ฬ:l:n อ:: ฮ:h:';
const SOUND = new Map(
  SOUNDS.split(' ').map((entry) => {
    const [letter = '', before = '', after = ''] = entry.split(':');
    return [letter, { before, after }];
  }),
);

/** Consonants that are said together, or of which one is silent. */
const ONSETS = ['ห[งญนมยรลว]|ทร|[กขคปพฟบ][รล]|[กขค]ว|ตร|ผล|ดร|[จซสศ]ร', '[ก-ฮ]'];
/** A consonant that ends a syllable, with a vowel that is not said at the end of a word. */
const FINAL = '([ก-ฮ](?![ะ-ู็])|[ก-ฮ][ิุ]$)';

/**
 * Syllables as they are written, the onset as ◌, with the vowel that is said. Where ● stands, a consonant may follow;
 * where ○ stands, one must. The dearer a pattern, the more its reading is a guess.
 * Of readings that are equally dear, the one that comes first here holds.
 */
const PATTERNS: readonly (readonly [form: string, vowel: string, cost?: number])[] = [
  ['◌', 'a', 3],
  ['เ◌ียะ?●', 'ia'],
  ['เ◌ือะ?●', 'uea'],
  ['เ◌าะ', 'o'],
  ['เ◌า', 'ao'],
  ['เ◌อ●', 'oe'],
  ['เ◌ิ●', 'oe'],
  ['เ◌ย', 'oei'],
  ['เ◌็?●', 'e'],
  ['เ◌ะ', 'e'],
  ['แ◌็?●', 'ae'],
  ['แ◌ะ', 'ae'],
  ['โ◌●', 'o'],
  ['โ◌ะ', 'o'],
  ['ไ◌ย?', 'ai'],
  ['ใ◌', 'ai'],
  ['◌ัวะ?', 'ua'],
  ['◌ัย', 'ai'],
  ['◌ั●', 'a'],
  ['◌า●', 'a'],
  ['◌ำ', 'am'],
  ['◌ะ', 'a'],
  ['◌ิ●', 'i'],
  ['◌ี●', 'i'],
  ['◌ือ?●', 'ue'],
  ['◌ึ●', 'ue'],
  ['◌ุ●', 'u'],
  ['◌ู●', 'u'],
  ['◌็?อ●', 'o'],
  ['◌รร○', 'a'],
  ['◌รร', 'an'],
  ['◌ว○', 'ua', 1.3],
  ['(?![ษฐฎฏฒฌ])◌○', 'o', 1.6],
];
const formsOf = () =>
  PATTERNS.flatMap(([form, vowel, cost = 1]) =>
    ONSETS.flatMap((onset) =>
      (form.includes('●') ? [FINAL, ''] : ['']).map((final) => ({
        pattern: new RegExp(form.replace('◌', `(${onset})`).replace('●', final).replace('○', FINAL), 'y'),
        vowel,
        cost,
      })),
    ),
  );

/** Made where the first Thai word comes. */
let forms: ReturnType<typeof formsOf> | null = null;

/** A reading of what is left of a word, and how much of it is a guess. */
interface Reading {
  readonly said: string;
  readonly cost: number;
}

/**
 * A Thai word in Latin letters, without tones: the reading that leaves the fewest consonants without a vowel of their
 * own. All else is left as it is, and so is a word that cannot be read.
 */
export function thaiInLatin(text: string): string {
  return text.replace(/[\u0e00-\u0e7f]+/g, (run) => {
    const digits = run.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50));
    // Tones, letters that are written and not said, and signs.
    const word = digits
      .replace(/[่-๋]/g, '')
      .replace(/[ก-ฮ][ิุ]?์/g, '')
      .replace(/[ๆฯ]/g, '')
      .replace(/ฤ/g, 'รึ')
      .replace(/ํา/g, 'ำ');
    return word.replace(/[^0-9]+/g, (letters) => read(letters)?.said ?? letters);
  });
}

function read(word: string): Reading | null {
  forms ??= formsOf();
  const readings: (Reading | null)[] = [];
  readings[word.length] = { said: '', cost: 0 };
  for (let at = word.length - 1; at >= 0; at--) {
    let best: Reading | null = null;
    for (const { pattern, vowel, cost } of forms) {
      pattern.lastIndex = at;
      const [whole = '', onset = '', final = ''] = pattern.exec(word) ?? [];
      const rest = whole === '' ? null : readings[at + whole.length];
      if (!rest || (best !== null && best.cost <= cost + rest.cost)) continue;
      best = {
        said: onsetOf(onset) + vowel + (SOUND.get(final.slice(0, 1))?.after ?? '') + rest.said,
        cost: cost + rest.cost,
      };
    }
    readings[at] = best;
  }
  return readings[0] ?? null;
}

function onsetOf(letters: string): string {
  const heard = letters
    .replace(/^ห(?=.)/, '')
    .replace(/^ทร$/, 'ซ')
    .replace(/^([จซสศ])ร$/, '$1');
  return Array.from(heard, (letter) => SOUND.get(letter)?.before ?? '').join('');
}
