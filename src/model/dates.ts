/**
 * Dates as a ledger writes them: calendar dates of ISO 8601 in the extended form, YYYY-MM-DD, or with reduced
 * precision YYYY-MM and YYYY; years 0001 to 9999, proleptic Gregorian. They carry no time and no zone.
 * All are plain strings, and two full days compare as strings do.
 */

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const LOOSE = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The one day that a date written in another way can mean; null where it may be several, or none. */
export function onlyDay(text: string): string | null {
  const made = (year = '', month: string | number = '', day = '') => {
    const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return PARTIAL.test(date) && dateFault(date, true) === null ? date : null;
  };
  // The day of a time stamp, and one written without dashes.
  const [, stamp] = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:/.exec(text) ?? [];
  if (stamp !== undefined) return dateFault(stamp, true) === null ? stamp : null;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return made(compact[1], compact[2], compact[3]);
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (parts) {
    const [, one = '', , other = '', year] = parts;
    // Which is the month shows where only one of them can be one.
    if (Number(one) <= 12 && Number(other) <= 12 && Number(one) !== Number(other)) return null;
    return Number(one) > 12 ? made(year, other, one) : made(year, one, other);
  }
  const named = /^(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})$|^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (!named) return null;
  const [, dayFirst, after, yearAfter, before, dayLast, yearLast] = named;
  const name = (after ?? before ?? '').toLowerCase();
  const month = MONTHS.findIndex((one) => one.toLowerCase().startsWith(name)) + 1;
  return month === 0 ? null : made(yearAfter ?? yearLast, month, dayFirst ?? dayLast);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (n: number) => String(n).padStart(2, '0');

/**
 * What is wrong with `text` as a date, or null if nothing is.
 * @param text a date as written
 * @param full whether the day must be there
 */
export function dateFault(text: string, full: boolean): string | null {
  const parts = PARTIAL.exec(text);
  const expected = full ? 'a day, YYYY-MM-DD' : 'a date, YYYY-MM-DD, YYYY-MM or YYYY';
  if (!parts) {
    const loose = LOOSE.exec(text);
    const meant = loose?.[2] && [loose[1], two(+loose[2]), ...(loose[3] ? [two(+loose[3])] : [])].join('-');
    const only = (meant && dateFault(meant, full) === null ? meant : null) ?? onlyDay(text);
    const hint = only === null ? '' : `; did you mean ${only}?`;
    return `expected ${expected}, found ${JSON.stringify(text)}${hint}`;
  }
  const [, year, month, day] = parts;
  if (year === '0000') return `there is no year 0000, in ${text}`;
  if (month !== undefined && (+month < 1 || +month > 12)) return `there is no month ${month}, in ${text}`;
  if (month !== undefined && day !== undefined) {
    const days = daysInMonth(Number(year), +month);
    if (+day < 1 || +day > days) {
      return `there is no day ${text}: ${MONTHS[+month - 1]} ${year} has ${days} days`;
    }
  }
  if (full && day === undefined) return `expected ${expected}, found ${text}: the day is missing`;
  return null;
}

/** The first day of a valid date: the day itself, or the first of its month or year. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** The last day of a valid date: the day itself, or the last of its month or year. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-${two(daysInMonth(+date.slice(0, 4), +date.slice(5, 7)))}` : date;
}

/** The calendar day of an instant in the machine's own time zone. */
export function localDay(instant: Date): string {
  const year = String(instant.getFullYear()).padStart(4, '0');
  return `${year}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** The last day that has begun anywhere on earth at an instant: the one of the zone UTC+14. */
export function latestDay(instant: Date): string {
  return new Date(instant.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** How many days lie between two full days; negative where `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayNumber(to) - dayNumber(from)) / DAY);
}

/** The full day `days` after another, or before it where negative; null outside the years 0001 to 9999. */
export function daysAfter(day: string, days: number): string | null {
  const number = dayNumber(day) + days * DAY;
  const isKnown = number >= dayNumber('0001-01-01') && number <= dayNumber('9999-12-31');
  return isKnown ? new Date(number).toISOString().slice(0, 10) : null;
}

/**
 * The same day of the month `months` later, or earlier where negative: the last of that month where it is shorter.
 * @returns a full day; null outside the years 0001 to 9999
 */
export function monthsAfter(day: string, months: number): string | null {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  if (year < 1 || year > 9999) return null;
  const month = `${String(year).padStart(4, '0')}-${two((count % 12) + 1)}`;
  const [same, last] = [`${month}-${day.slice(8)}`, lastDay(month)];
  return same < last ? same : last;
}

/** The day of the week of a full day, from 0 for Sunday to 6. */
export function weekdayOf(day: string): number {
  return new Date(dayNumber(day)).getUTCDay();
}

const DAY = 86_400_000;

/** In milliseconds. */
function dayNumber(day: string): number {
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the twentieth century.
  return date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}
