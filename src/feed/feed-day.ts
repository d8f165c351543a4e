import { dayWritten } from '../article/page/day-written.ts';

/** `Mon, 02 Jan 06 15:04 GMT`: years of two digits, as RFC 822 has them. */
const SHORT_YEAR = /^((?:[a-z]+,?\s*)?\d{1,2}[\s-]+[a-z]+)[\s-]+(\d{2})(?!\d)(?=$|[\s,])/i;

/** Far more than a date has, in UTF-16 units. */
const LONGEST = 200;

/** The day that the date of an entry stands for, as written in its own zone; null where none can be made out. */
export function feedDay(written: string): string | null {
  if (written.length > LONGEST) return null;
  const text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(SHORT_YEAR, (_, before, year) => `${before} ${Number(year) < 70 ? '20' : '19'}${year}`)
    // `Mon,02-JAN-2006`: the day's name says nothing more, and the month's is looked up as English writes it.
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? ?(?=\d)/i, '')
    .replace(/^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](?=\d{4})/i, (_, day, month) => `${day} ${capitalized(month)} `);
  // The name of a day in another language: so may be that of the month.
  if (/^(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}+[.,]? ?\d{1,2}\b/iu.test(text)) return null;
  // Seconds since 1970, or milliseconds: no day is written.
  if (/^\d{9,}$/.test(text) && text.length !== 12 && text.length !== 14) return null;
  return dayWritten(text)?.day ?? null;
}

const capitalized = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
