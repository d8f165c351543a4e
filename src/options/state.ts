import { dateFault } from '../model/dates.ts';
import { dayInWords } from '../model/day-in-words.ts';
import { Refusal } from '../model/refusal.ts';
import type { TypedState } from '../model/typed-state.ts';

/** In front of the name of a revision that could be read as a date. */
const REVISION = 'rev:';

/**
 * What can be read as a date is a day, and anything else a git revision, as is what `rev:` stands before.
 * @param today YYYY-MM-DD, from which weekdays and distances count back
 * @throws Refusal for a date that does not exist
 */
export function state(typed: string, today: string): TypedState {
  if (typed.startsWith(REVISION)) return { kind: 'revision', name: typed.slice(REVISION.length) };
  const day = dayInWords(typed, today, false);
  if (day !== null) return { kind: 'day', date: day };
  const fault = dateFault(typed, false);
  if (fault === null) return { kind: 'day', date: typed };
  if (/^\d{4}(-\d{2}){1,2}$/.test(typed)) {
    throw new Refusal(fault, `If it is the name of a git revision, write ${REVISION}${typed}.`);
  }
  return { kind: 'revision', name: typed };
}
