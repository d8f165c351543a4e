import { firstDay, lastDay } from '../model/dates.ts';
import { dateOption } from './dates.ts';

/** From when to when, both included; partial dates are their first day and their last. */
export const periodOptions = {
  since: dateOption('only from this date on'),
  until: dateOption('only up to this date, that included'),
};

/** Whether a date lies in a period; a partial date counts as its first day. */
export function isWithin(since: string | null, until: string | null): (dated: string) => boolean {
  const from = since === null ? null : firstDay(since);
  const to = until === null ? null : lastDay(until);
  return (dated) => {
    const day = firstDay(dated);
    return (from === null || day >= from) && (to === null || day <= to);
  };
}
