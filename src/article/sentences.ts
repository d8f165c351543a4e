import { followAsides } from './asides.ts';
import { type Customs, customsOf } from './customs.ts';
import { endsAtFullStop } from './full-stop.ts';
import { isMarkOfName } from './marked-names.ts';
import { closingQuotation, endsWithoutSpace, openingSigns } from './missing-space.ts';

/** Signs that end a sentence in scripts where white space need not follow. */
const UNSPACED = '。｡？！．।॥؟۔։።፧။។៕';
const SPACED = '.!?…‼⁇⁈⁉‽\u037e';
const TERMINATORS = new RegExp(`\\.(?:[ \\u00a0]\\.){2,}|[${SPACED}${UNSPACED}]+`, 'g');
/** In Greek, a semicolon asks. */
const GREEK_TERMINATORS = new RegExp(`\\.(?:[ \\u00a0]\\.){2,}|[${SPACED}${UNSPACED};]+`, 'g');

/** Ranges rather than a property: Unicode goes on adding emoji, and a sentence must stay what it was. */
const EMOJI = '[\\u2600-\\u27bf\\u2b50\\u2b55\\u200d\\ufe0f\\u{1f000}-\\u{1faff}]';
/** Signs that close; those that open in some languages only where nothing is to be opened. */
const CLOSER = '(?:["\'”’»›)\\]}」』）】》〉〕］｝]|[«“‘‹](?=[\\s,.;:!?)\\]–—-]|$))';
/** What belongs to the sentence after its end: closing quotes and brackets, footnote marks, emoji. */
const TAIL = new RegExp(
  `(?:${CLOSER}|\\s»(?=[\\s,.;:!?)]|$))*((?:\\[(?:\\d{1,3}|[a-z])\\])*[¹²³⁰-⁹]*)(?:\\s?${EMOJI}+(?=\\s|$))?`,
  'uy',
);
const QUOTE = /["'”’»«“‘›‹」』]/;
const BRACKET = /[)\]}]/;
const WHITE = /\s*/y;
/** A dash, and signs that open the next sentence or word. */
const LEAD = /((?:[-–—―]\s*)*)(?:[\p{Ps}\p{Pi}"'„«»¿¡]\s?)*/uy;
const WORD = /\p{L}[\p{L}\p{M}]{0,39}/uy;

/** Georgian letters count as small ones and begin sentences all the same; so do names like "iPhone". */
const GOES_ON = /^(?![\u10d0-\u10ff]|\p{Ll}{1,3}\p{Lu})\p{Ll}|^[,;:)\]}%、，；：]/u;
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** After a quotation: "…と言った", "…他说。". */
const ATTRIBUTION = /(?:と|って|など|との|という)|[^\s，。！？：；“”「」]{0,6}[说說道问問喊答][。，]/uy;
/** How much of what follows is looked at, and of a name before. */
const AHEAD = 32;
const SAYS_SOMETHING = /[\p{L}\p{N}]/gu;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A run of terminators and the sentence's last signs after it. */
interface Ending {
  run: string;
  at: number;
  tail: string;
  hasFootnote: boolean;
  /** Whether it is in brackets amid the sentence. */
  isEmbedded: boolean;
  /** Where the tail ends. */
  end: number;
}

function isEnd(text: string, start: number, ending: Ending, customs: Customs): boolean {
  const { run, at, tail, end, hasFootnote, isEmbedded } = ending;
  const begin = end + (matchAt(WHITE, text, end)?.[0].length ?? 0);
  if (begin === text.length) return true;
  const isUnspaced = UNSPACED.includes(run.charAt(run.length - 1));
  const isQuoted = QUOTE.test(tail);
  if (begin === end && !isUnspaced) {
    if (hasFootnote) return /^\p{Lu}/u.test(text.slice(end, end + 2));
    if (/[!?]$/.test(run) && IDEOGRAPHIC.test(text.charAt(at - 1)) && IDEOGRAPHIC.test(text.charAt(end))) return true;
    return endsWithoutSpace(text, start, ending, customs);
  }
  // In these scripts a sentence's own terminator follows the bracket.
  if (isUnspaced && isEmbedded) return false;
  if (isUnspaced && run === '．' && /\p{Nd}/u.test(text.charAt(end))) return false;

  const lead = matchAt(LEAD, text, begin);
  const dash = lead?.[1] ?? '';
  const head = begin + (lead?.[0].length ?? 0);
  const following = text.slice(head, head + AHEAD);
  if (isUnspaced && isQuoted && matchAt(ATTRIBUTION, text, end)) return false;
  if (GOES_ON.test(following)) return isUnspaced && begin === head && !isQuoted && /^\p{Ll}/u.test(following);
  if (dash !== '' && (isQuoted || /^\d/.test(following))) return false;
  const next = { word: matchAt(WORD, text, head)?.[0] ?? '', text: following };
  if (tail === '' && /^[!?]$/.test(run) && isMarkOfName(text.slice(Math.max(start, at - AHEAD), at), next, customs))
    return false;
  if (isUnspaced || /[!?‼⁇⁈⁉‽;\u037e]/.test(run)) return true;
  if (run !== '.') return !/^\d/.test(following);
  if (isQuoted || BRACKET.test(tail)) return true;
  return endsAtFullStop(text, start, at, next, customs);
}

/**
 * Cuts a paragraph into its sentences as a careful reader would: abbreviations, initials, dates, quotations and
 * ellipses do not end one by themselves.
 *
 * The same paragraph and language yield the same sentences on every machine: rules and lists are the program's own.
 * It never throws, and the time it takes grows with the paragraph's length only.
 * @param paragraph plain text on one line
 * @param language a BCP 47 tag; where there is none, the text tells, or it is read as English
 * @returns the sentences in order, as offsets in UTF-16 units without the white space around; together they hold all
 * else. A paragraph without any letter is one sentence, and one of white space none.
 */
export function splitSentences(paragraph: string, language: string | null): { start: number; end: number }[] {
  const customs = customsOf(language, paragraph);
  const asidesAt = followAsides(paragraph);
  const openers = openingSigns(paragraph);
  const sentences: { start: number; end: number }[] = [];
  const skipWhite = (at: number) => at + (matchAt(WHITE, paragraph, at)?.[0].length ?? 0);
  const firstLetterFrom = (at: number) => matchAt(SAYS_SOMETHING, paragraph, at)?.index ?? paragraph.length;

  let start = skipWhite(0);
  let firstLetter = firstLetterFrom(start);
  const terminators = customs.language === 'el' ? GREEK_TERMINATORS : TERMINATORS;
  for (const { 0: run, index: at } of paragraph.matchAll(terminators)) {
    const tail = matchAt(TAIL, paragraph, at + run.length);
    const tailEnd = at + run.length + (tail?.[0].length ?? 0);
    const end = tailEnd + closingQuotation(paragraph, tailEnd, openers);
    // Signs alone are no sentence: they belong to the one that follows, or at the end to the one before.
    if (firstLetter >= at) continue;
    const held = asidesAt(end, firstLetter);
    if (end <= held.until) continue;
    const ending = {
      isEmbedded: at < held.embeddedUntil,
      run,
      at,
      tail: paragraph.slice(at + run.length, end),
      hasFootnote: Boolean(tail?.[1]),
      end,
    };
    if (!isEnd(paragraph, start, ending, customs)) continue;
    const rest = skipWhite(end);
    const nextLetter = firstLetterFrom(rest);
    if (nextLetter === paragraph.length) break;
    sentences.push({ start, end });
    start = rest;
    firstLetter = nextLetter;
  }
  const end = paragraph.trimEnd().length;
  if (start < end) sentences.push({ start, end });
  return sentences;
}
