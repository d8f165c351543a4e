import { dateFault, lastDay } from '../model/dates.ts';
import { DAY_WORDS, dayInWords } from '../model/day-in-words.ts';
import { Refusal } from '../model/refusal.ts';
import { didYouMean } from '../text/nearest.ts';
import { one, type Parse } from './option.ts';
import { orNothing } from './values.ts';

/** Options that take a date as people type it; what they hand on is as a ledger writes it. */

/** A date that may be partial, a word, a weekday or a distance back from today. @param what for the help */
export const dateOption = (what: string) =>
  one('date', dateParser(false, false), `${what}: 2024-03-08, 2024-03, yesterday, friday or 3w (ago)`);

/** The same for what is still to come: weekdays and distances count forward. */
export const comingDateOption = (what: string) =>
  one('date', dateParser(false, true), `${what}: 2024-03-08, 2024-03, tomorrow, friday or 3w (from today)`);

/** A date whose day must be known. */
export const dayOption = (what: string) =>
  one('day', dateParser(true, false), `${what}: 2024-03-08, yesterday, friday or 3w (ago)`);

/** The same two, where an empty text takes the date away. */
export const dateOrNothing = (what: string) =>
  one('date', orNothing(dateParser(false, false)), `${what}; empty to take it away`);
export const comingDateOrNothing = (what: string) =>
  one('date', orNothing(dateParser(false, true)), `${what}; empty to take it away`);

/** The day to look from: of a month or year its last, or today where that is earlier. */
export const asOfOption = (what: string) =>
  one(
    'date',
    (typed, today) => {
      const date = dateParser(false, false)(typed, today);
      const last = lastDay(date);
      return date !== last && last > today ? today : last;
    },
    `${what}: 2024-03-08, 2024-03, yesterday, friday or 3w (ago)`,
  );

/** The day of something, or a word that stands for one. @param word such as `last` */
export const dayOrWord = (word: string, what: string) =>
  one('day', (typed, today) => (typed === word ? word : dateParser(true, false)(typed, today)), what);

function dateParser(isFull: boolean, isAhead: boolean): Parse<string> {
  return (typed, today) => {
    const day = dayInWords(typed, today, isAhead);
    if (day !== null) return day;
    const fault = dateFault(typed, isFull);
    if (fault === null) return typed;
    // Written as a date, so that only a number in it is wrong, or the day is missing.
    if (/^\d{4}(-\d{2}){0,2}$/.test(typed)) throw new Refusal(fault);
    const hint = /^[a-z]+$/i.test(typed) ? didYouMean(typed, DAY_WORDS) : '';
    const [which, where] = isAhead ? ['next', 'forward'] : ['last', 'back'];
    throw new Refusal(
      fault + hint,
      `Or write today, yesterday, tomorrow, a weekday (the ${which} one), or 3d, 2w, 6m or 1y (${where} from today).`,
    );
  };
}
