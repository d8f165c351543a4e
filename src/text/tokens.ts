/** A word or number of a text. */
export interface Token {
  /** The word, or the words that a hyphen joins; of a number the digits, and those after the decimal point. */
  readonly parts: readonly string[];
  readonly isNumber: boolean;
  readonly isPercentage: boolean;
  /** Whether it opens a sentence, so that a capital letter says nothing. */
  readonly isFirst: boolean;
  /** Whether only blanks stand between it and the token before. */
  readonly isNext: boolean;
}

const GROUPED = String.raw`(?<![\p{L}\p{N}])\d{1,3}(?:[ .,']\d{3})+(?![\p{L}\p{N}])`;
const DECIMAL = String.raw`(?<![\p{L}\p{N}])\d+[.,]\d+(?![\p{L}\p{N}])`;
const DATE = String.raw`(?<![\p{L}\p{N}])\d{4}-\d\d(?:-\d\d)?(?![\p{L}\p{N}])`;
const WORD = String.raw`[\p{L}\p{M}\p{N}]+(?:['-](?!\d+[.,]\d)[\p{L}\p{M}\p{N}]+)*`;
const TOKEN = new RegExp(`(${GROUPED})|(${DECIMAL})|(${DATE})|(${WORD})|\\S`, 'gu');
/** Scripts that leave no blanks between words. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}ー]';
const IS_UNSPACED = new RegExp(UNSPACED, 'u');
const BESIDE_NUMBER = new RegExp(`(?<=${UNSPACED})(?=\\d)|(?<=\\d)(?=${UNSPACED})`, 'gu');
const PERCENT =
  /(?<=\d) ?(?:per ?cento?|pour ?cent|por ?cien?to|por ?cento|procent\p{L}*|prozent|процент\p{L}*|відсот\p{L}*)(?!\p{L})/giu;
/** The ending of a Japanese word, which its character is not read with. */
const OKURIGANA = /(?<=\p{Script=Han})\p{Script=Hiragana}+$/u;
/** Short words that lose their vowel before another, as in l'eau, d'Italia and qu'il. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quell?|un|(?:[adns]|da|su)?ell|d?all|sull)'(?=\p{L})/iu;
const CONTRACTED = /'(?:s|re|ve|ll|d|m)$/i;
/** What stands at the end of a Korean noun and tells its place in the sentence. */
const PARTICLE = /(?<=[가-힣]{2})(?:에서|으로|에게|까지|부터|은|는|을|를|(?<![회협합논결])의|에|와|도)$/;

/**
 * The words and numbers of a text, in its order.
 * @param text folded (`foldTypesetting`)
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isFirst = true;
  let isNext = false;
  const add = (parts: readonly string[], isNumber: boolean) => {
    if (parts.length === 0) return;
    tokens.push({ parts, isNumber, isPercentage: false, isFirst, isNext });
    isFirst = false;
    isNext = true;
  };
  for (const [sign, grouped, decimal, date, word] of text
    .replace(BESIDE_NUMBER, ' ')
    .replace(PERCENT, '%')
    .matchAll(TOKEN)) {
    if (grouped !== undefined) add([grouped.replace(/\D/g, '')], true);
    else if (decimal !== undefined) add(decimal.split(/\D/), true);
    else if (date !== undefined) add([date.slice(0, 4)], true);
    else if (word !== undefined) for (const one of wordsIn(word)) add(one, /^\d+$/.test(one.join('')));
    else if (sign === '%') markPercentage(tokens);
    else {
      isFirst ||= /[.!?:"(«„¿¡。！？؟।]/.test(sign);
      isNext &&= /\p{Sc}/u.test(sign);
    }
  }
  return tokens;
}

function markPercentage(tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last?.isNumber) tokens[tokens.length - 1] = { ...last, isPercentage: true };
}

/** The words in what stands between blanks, each as its parts. */
function wordsIn(word: string): string[][] {
  if (IS_UNSPACED.test(word)) return segmentsOf(word).map((one) => [one.replace(OKURIGANA, '')]);
  const whole = withoutApostrophes(word);
  const parts = whole.split('-');
  // F-16, COVID-19, e-mail: no word by itself.
  const isOne = parts.some(
    (part, index) => /^\p{L}$/u.test(part) || (index > 0 && /^\d+$/.test(part) && /\p{L}/u.test(parts[0] ?? '')),
  );
  if (isOne) return [[parts.join('')]];
  return parts.length <= 2 ? [parts] : parts.map((part) => [part]);
}

/** Contractions as what they stand for, or without what was shortened. */
function withoutApostrophes(word: string): string {
  if (/n't$/i.test(word)) return 'not';
  if (/^\d+'/.test(word)) return word.replace(/'.*/, '');
  return word.replace(ELIDED, '').replace(CONTRACTED, '').replaceAll("'", '').replace(PARTICLE, '');
}

let segmenter: Intl.Segmenter | null = null;

function segmentsOf(word: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return [...segmenter.segment(word)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
