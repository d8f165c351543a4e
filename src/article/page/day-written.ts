import { dateFault, onlyDay } from '../../model/dates.ts';

/** A day as a page writes it, and the moment that it stands for where that is written too. */
export interface WrittenDay {
  /** YYYY-MM-DD, in the zone that it is written in. */
  readonly day: string;
  /** In milliseconds since 1970; null where no time or no zone is written. */
  readonly moment: number | null;
  /** Whether that zone is UTC, which programs write whatever the page's own zone is. */
  readonly isUtc: boolean;
}

const STAMP = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/;
/** `Fri, 28 Apr 2023 19:20:36 +0200` and `Fri Apr 28 19:20:36 CEST 2023`. */
const MAIL = /^(?:[A-Z][a-z]{2,8},? )?(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})(?:,? \d{1,2}:\d{2}.*)?$/;
const UNIX = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]+(?: [A-Z]{2,5}| [+-]\d{4})? (\d{4})$/;
const AMERICAN = /^(?:[A-Z][a-z]{2,8},? )?([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})(?:,? (?:at )?\d{1,2}:\d{2}.*)?$/;
const LOOSE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const COMPACT = /^(\d{8})(?:T?\d{4,6}.*)?$/;
const EAST_ASIAN = /^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]/;
/** What programs write where no date is known. */
const UNKNOWN = /^(?:000|1970-01-01|1900-01-01)/;

/** The day that a text stands for; null where it may be several or is none. */
export function dayWritten(written: string): WrittenDay | null {
  const text = written.trim().replace(/\s+/g, ' ');
  const day = dayOf(text);
  if (day === null || UNKNOWN.test(day)) return null;
  const zone = STAMP.test(text) ? /(Z|[+-]\d{2}:?\d{2})$/.exec(text)?.[1] : undefined;
  const moment =
    zone === undefined ? Number.NaN : Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return {
    day,
    moment: Number.isNaN(moment) ? null : moment,
    isUtc: zone !== undefined && /^(?:Z|[+-]00:?00)$/.test(zone),
  };
}

/**
 * The only day that is written in a text for people; null where there are several or none. Numbers with full stops are
 * day, month and year, in whichever language.
 * @param language a BCP 47 tag, for the names of months
 */
export function dayInText(text: string, language: string): string | null {
  const months = monthsOf(language);
  const month = (name = '') => {
    const plain = name.toLowerCase().replace(/\.$/, '');
    return plain.length < 3
      ? 0
      : months.findIndex((one) => one === plain || (one.startsWith(plain) && plain.length < 5)) + 1;
  };
  const days = new Set<string>();
  for (const [, year, mm, dd] of text.matchAll(/(?<!\d)(\d{4})[-年년]\s?(\d{1,2})[-月월]\s?(\d{1,2})(?!\d)/gu))
    add(days, year, mm, dd);
  for (const [, dd, mm, year] of text.matchAll(/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g))
    add(days, year, mm, dd);
  const named = /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|º)?\s+(?:de\s+)?(\p{L}{3,}\.?),?\s+(?:de\s+)?(\d{4})(?!\d)/gu;
  for (const [, dd, name, year] of text.matchAll(named)) add(days, year, String(month(name)), dd);
  for (const [, name, dd, year] of text.matchAll(/(\p{L}{3,}\.?)\s+(\d{1,2}),\s+(\d{4})(?!\d)/gu))
    add(days, year, String(month(name)), dd);
  const [only, ...others] = days;
  return only !== undefined && others.length === 0 && !UNKNOWN.test(only) ? only : null;
}

function add(days: Set<string>, year = '', month = '', day = ''): void {
  const made = calendarDay(year, month, day);
  if (made !== null) days.add(made);
}

/** The names of months as a date has them, in lower case. */
function monthsOf(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  return Array.from({ length: 12 }, (_, at) => {
    const parts = format.formatToParts(Date.UTC(2023, at, 5));
    return parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
  });
}

function dayOf(text: string): string | null {
  const numbers = LOOSE.exec(text) ?? EAST_ASIAN.exec(text);
  if (numbers) return calendarDay(numbers[1], numbers[2], numbers[3]);
  const compact = COMPACT.exec(text)?.[1];
  if (compact !== undefined) return onlyDay(compact);
  const mail = MAIL.exec(text);
  if (mail) return onlyDay(`${mail[1]} ${mail[2]} ${mail[3]}`);
  const named = UNIX.exec(text) ?? AMERICAN.exec(text);
  return onlyDay(named ? `${named[1]} ${named[2]} ${named[3]}` : text);
}

/** Null where there is no such day. */
function calendarDay(year = '', month = '', day = ''): string | null {
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return dateFault(date, true) === null ? date : null;
}
