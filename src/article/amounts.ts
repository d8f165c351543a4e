import type { Following } from './following.ts';

/** Currencies that a country's letters may follow: "долл. США". */
const CURRENCIES = /^(?:долл?|руб|тг|грн|крб|dol|doll|dols|dls|dól)$/iu;
const COUNTRY = /^(?:США|РФ|РБ|СССР|КНР|ОАЭ|ОАЕ|ЗША|USA|US|EUA|EE\.\s?UU|HK)(?![\p{L}\d])/u;
/** The country says or does something: a verb, in the past or present, right after it. */
const ACTS =
  /^\p{L}+\s(?:не\s|nie\s|(?:и|і|й|та|i)\s\p{Lu}|\p{L}*(?:л[аоиі]?|ла?с[ья]|лис[ья]|[уюая]ть?|[уюая]т[ьс]?ся|[еиіє]ть?|[еи]тся|ły|li)(?!\p{L}))/u;

/** Units, and after them a number of the smaller ones that they are made of. */
const MEASURES: readonly [RegExp, RegExp][] = [
  [/^(?:yds?|ft)$/, /^\d+(?:[.,]\d+|\s?[½¼¾])?\s?(?:ft|in)\b/],
  [/^(?:st|lbs?)$/, /^\d+(?:[.,]\d+)?\s?(?:lbs?|oz)\b/],
  [/^(?:hrs?|h|u|Std|St|hod|godz|ч|час|год|г|гадз|ώρ)$/u, /^\d+\s?(?:min|Min|мин|хв|мін|λεπ)(?!\p{L})/u],
  [/^(?:min|Min|мин|хв|мін|λεπ)$/u, /^\d+(?:[.,]\d+)?\s?(?:secs?|sek|Sek|sec|с|сек|δευτ?)(?!\p{L})/u],
  [/^(?:zł|Kč|kr|руб|р|грн|крб)$/u, /^\d+\s?(?:gr|h|hal|коп|к|кап)(?!\p{L})/u],
  [/^(?:km|m|км|м)$/u, /^\d+(?:[.,]\d+)?\s?(?:m|cm|mm|м|см|мм)(?!\p{L})/u],
  [/^(?:t|kg|т|кг)$/u, /^\d+(?:[.,]\d+)?\s?(?:kg|dkg|g|gr|кг|г|гр)(?!\p{L})/u],
];

/**
 * Whether an amount goes on after the full stop of its unit or currency: "6 ft. 3 in.", "5 млн долл. США".
 * @param unit the word before the full stop, with what is abbreviated before it ("млн.долл")
 * @param counted whether a number is right before it
 */
export function amountGoesOn(unit: string, counted: boolean, { text }: Following): boolean {
  if (CURRENCIES.test(unit.slice(unit.lastIndexOf('.') + 1)) && COUNTRY.test(text)) return !ACTS.test(text);
  return counted && MEASURES.some(([larger, smaller]) => larger.test(unit) && smaller.test(text));
}
