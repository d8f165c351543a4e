import type { Customs } from './customs.ts';
import { type Following, startsSentence } from './following.ts';
import { endsAtFullStop } from './full-stop.ts';
import { isMarkOfName } from './marked-names.ts';

/** How far back a word or an opening quote is looked for. */
const REACH = 40;
const QUOTATION = 400;
/** The word before, whole: no part of an address, a file's name or a decimal. */
const TOKEN = /(?:^|[\s\p{Ps}\p{Pi}\p{Pf}"„—–])([\p{L}\p{M}\p{N}'’%-]+|(?:\p{Lu}\.)+\p{Lu})\p{Pe}?$/u;
/** A capital letter and its word, which nothing goes on that is no prose: "index?Page=1". */
const NEXT = /([\p{Pi}„«¿¡]\s?)?(\p{Lu}[\p{L}\p{M}]{0,30})(?=[\s,;:!?.…'’")\]”»-]|$)/uy;
/** Signs that open in one language and close in another: whichever comes first opens. */
const PAIRS: readonly RegExp[] = [/[«»]/, /[„“]/, /[‚‘]/];
/** A quotation's end that a capital letter follows at once. */
const CLOSING = /[“«‘](?=\p{Lu})|\s»(?=\p{Lu})/uy;

/** The signs that open quotations in a paragraph, of those that close them in other languages. */
export const openingSigns = (paragraph: string): string =>
  PAIRS.map((pair) => pair.exec(paragraph)?.[0] ?? '').join('');

/**
 * How many characters of a closing quote follow a sentence's end at a place, where the sign opens in other languages
 * and the next sentence comes without a space.
 * @param openers as openingSigns() tells them
 */
export function closingQuotation(text: string, place: number, openers: string): number {
  CLOSING.lastIndex = place;
  const found = CLOSING.exec(text)?.[0] ?? '';
  return openers.includes(found.trim()) ? 0 : found.length;
}

/** Whether a straight quote in a tail closes: one was opened in the sentence, as far back as quotations go. */
const closesStraight = (text: string, start: number, at: number) =>
  text.slice(Math.max(start, at - QUOTATION), at).split('"').length % 2 === 0;

/**
 * Whether a sentence ends where the next follows without a space: "in 1945.In May", "Really?Yes".
 * @param start where the sentence begins
 * @param at where the signs that may end it begin
 * @param run those signs
 * @param tail closing quotes and brackets after them
 */
export function endsWithoutSpace(
  text: string,
  start: number,
  { run, at, tail, end }: { run: string; at: number; tail: string; end: number },
  customs: Customs,
): boolean {
  NEXT.lastIndex = end;
  const next = NEXT.exec(text);
  const word = next?.[2];
  if (!next || word === undefined || run.endsWith('…') || run.includes('..')) return false;
  const isSpaced = /\s/.test(text.charAt(NEXT.lastIndex));
  if (word.length === 1 ? !isSpaced : /^\p{Lu}\p{Lu}/u.test(word)) return false;
  const before = text.slice(Math.max(start, at - REACH), at);
  const following: Following = { word, text: text.slice(NEXT.lastIndex - word.length, NEXT.lastIndex + 16) };
  // In French, a space comes before "?".
  const token = TOKEN.exec(customs.language === 'fr' && run !== '.' ? before.trimEnd() : before)?.[1];
  if (token === undefined || token.length === REACH) return false;
  if (token.length === 1 && !customs.year.has(token)) return false;
  if (word.length === 1 && /^\p{Lu}+$/u.test(token)) return false;
  if (run !== '.') return !isMarkOfName(before, following, customs);
  if (/['"]/.test(tail)) return tail.includes('"') && closesStraight(text, start, at);
  if (/[”’»“«‘]/.test(tail)) return true;
  if (!endsAtFullStop(text, start, at, following, customs)) return false;
  if (next[1] !== undefined) return true;
  if (!isSpaced) return false;
  const isNumber = /^\d+$/.test(token);
  if (startsSentence(following, customs)) return !isNumber || token.length > 1;
  // After a word, "stream.Readable" is a name of its own.
  return isNumber && token.length === 4 && word.length > 3;
}
