import { amountGoesOn } from './amounts.ts';
import { type Customs, isListed } from './customs.ts';
import { type Following, startsSentence } from './following.ts';

/** How far back an abbreviation is looked for: none is longer, and a long run of letters must not cost more. */
const REACH = 24;
/** How long a time a sentence begins with may be. */
const TIME_REACH = 40;
/** The word before a full stop with what is abbreviated just before it ("z. B", "Ph.D"), or a number. */
const LAST_WORD = /(?:^|[\s\p{Ps}\p{Pi}"'„»«’–—/-])((?:\p{L}{1,4}\.\s?){0,4}[\p{L}\p{M}º°-]+|\d+)$/u;
/** "1", "(a", "IV": the mark of a list's item, where nothing else comes before. */
const LIST_MARK = /^\p{Ps}?(?:\d{1,2}|\p{L}|[IVX]{1,5})$/u;
const ACRONYM = /^\p{Lu}\p{Ll}?(?:\.\p{L}{1,2})+$/u;
const INITIAL = /^(?:\p{Lu}|[\p{Script=Arabic}\p{Script=Hebrew}])$/u;
const IS_INITIAL = /^\p{L}\./u;
/** "Cf. p", "Zob. s": a word of its own before a number, after a longer abbreviation. */
const NUMBERED = /^\p{L}{2,4}\.(\p{L}{1,3})$/u;
const ROMAN = /^[IVXLC]+$/;
const AFTER_NUMBER = /(?:\d|(?<!\p{L})[IVXLC]+)\s*$/u;
const TIME_OF_DAY = /^[ap]\.m$/i;
/** Days and time zones, which go on after "a.m.". */
const AFTER_TIME = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}|Eastern|Central|Pacific|Mountain)\b/;
/** A time the sentence begins with, in Slavic languages: after it the sentence has yet to say something. */
const TIME_FIRST =
  /^\p{P}*(?:w|we|do|od|na|po|przed|pod|gdy|kiedy|jeszcze|już|dopiero|za|według|в|во|с|со|к|до|от|на|после|перед|когда|ещё|еще|уже|лишь|по|у|з|із|від|після|коли|ще|вже|ў|да|пасля|калі|яшчэ)(?:\s\d+)?(?:\s\p{L}+){0,2}\s[\dIVXLC–-]+\s$/iu;

/**
 * Whether a full stop before white space ends its sentence, as far as the words around it tell.
 * @param start where the sentence in the text begins
 * @param stop where the full stop is
 */
export function endsAtFullStop(text: string, start: number, stop: number, next: Following, customs: Customs): boolean {
  const before = text.slice(Math.max(start, stop - REACH), stop);
  if (LIST_MARK.test(before) && stop - start < REACH) return false;
  const found = LAST_WORD.exec(before)?.[1];
  if (found === undefined) return true;
  const lead = before.slice(0, before.length - found.length);
  if (/^\d/.test(found)) return endsAtNumber(found, lead, next, customs);

  // A German street has its name and "str." in one word.
  const compound = found.replace(/\s/g, '').replace(/^\p{L}+(?=str$)/u, '');
  if (amountGoesOn(compound, AFTER_NUMBER.test(lead), next)) return false;
  const number = NUMBERED.exec(compound)?.[1];
  if (number !== undefined && /^\d/.test(next.text) && isListed(customs.beforeNumber, number)) return false;
  if (compound.length === 1 && IS_INITIAL.test(next.text)) return false;
  for (const { index } of compound.matchAll(/(?<=^|[.-])(?!-)/g)) {
    const word = compound.slice(index);
    // The second half of "т. п." is no abbreviation by itself.
    if (index > 0 && /^\p{Ll}$/u.test(word)) continue;
    const counted = index === 0 && AFTER_NUMBER.test(lead);
    if (isListed(customs.year, word) && (counted || word.includes('.')))
      return startsSentence(next, customs) || !isTimeFirst(text.slice(start, stop - found.length));
    const ends = endsAtAbbreviation(word, counted, next, customs);
    if (ends !== null) return ends;
  }
  return !(customs.ordinals && ROMAN.test(compound)) || startsSentence(next, customs);
}

const isTimeFirst = (said: string) => said.length <= TIME_REACH && TIME_FIRST.test(said);

/** Whether a sentence ends at an abbreviation; null where the word is none. */
function endsAtAbbreviation(word: string, counted: boolean, next: Following, customs: Customs): boolean | null {
  // "5 m." is a unit, where "m. Kowalski" might be a title.
  const isUnit = counted && word.length === 1;
  if (!isUnit && isListed(customs.binding, word)) return false;
  if (!isUnit && isListed(customs.beforeNumber, word) && (/^\d/.test(next.text) || ROMAN.test(next.word))) return false;
  if (TIME_OF_DAY.test(word)) return !AFTER_TIME.test(next.text);
  if (isListed(customs.open, word) || ACRONYM.test(word) || INITIAL.test(word)) return startsSentence(next, customs);
  return null;
}

/** Whether a sentence ends at a number: not within a date like "3. 10. 2020", nor after an ordinal. */
function endsAtNumber(number: string, lead: string, next: Following, customs: Customs): boolean {
  const isShort = number.length <= 2;
  if (isShort && /^\d{1,2}\.\s?\d{4}/.test(next.text)) return false;
  if (isShort && /^\d{4}/.test(next.text) && /(?<!\d)\d{1,2}\.\s?$/.test(lead)) return false;
  return !customs.ordinals || number.length > 3 || startsSentence(next, customs);
}
