import { daysAfter, monthsAfter, weekdayOf } from './dates.ts';
import { Refusal } from './refusal.ts';

const NEAR = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The words that name a day, in full; a weekday may be cut to its first three letters. */
export const DAY_WORDS: readonly string[] = [...NEAR.keys(), ...WEEKDAYS];

/**
 * The day that words tell from today: yesterday, today, tomorrow, a weekday, or a distance in days, weeks, months or
 * years (3d, 2w, 6m, 1y), in any case. A weekday is never today itself.
 * @param today YYYY-MM-DD
 * @param isAhead whether weekdays and distances count forward from today, and not back
 * @returns YYYY-MM-DD; null where the text is none of these
 * @throws Refusal where the day would be outside the years 0001 to 9999
 */
export function dayInWords(text: string, today: string, isAhead: boolean): string | null {
  const day = counted(text.toLowerCase(), today, isAhead ? 1 : -1);
  if (day === undefined) return null;
  if (day !== null) return day;
  throw new Refusal(`${text}, from ${today}, is outside the years 0001 to 9999`);
}

/** Null outside the years there are, undefined for other text. */
function counted(word: string, today: string, sign: 1 | -1): string | null | undefined {
  const near = NEAR.get(word);
  if (near !== undefined) return daysAfter(today, near);
  const weekday = WEEKDAYS.findIndex((name) => word === name || word === name.slice(0, 3));
  if (weekday !== -1) {
    const days = (sign * (weekday - weekdayOf(today)) + 7) % 7;
    return daysAfter(today, sign * (days || 7));
  }
  const [, number, unit] = /^(\d+)([dwmy])$/.exec(word) ?? [];
  if (number === undefined) return undefined;
  const distance = sign * Number(number);
  if (unit === 'd' || unit === 'w') return daysAfter(today, unit === 'd' ? distance : distance * 7);
  return monthsAfter(today, unit === 'm' ? distance : distance * 12);
}
