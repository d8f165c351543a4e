import { firstDay, lastDay } from '../model/dates.ts';
import { date } from '../options/values.ts';
import type { VerbOption } from './verb.ts';

export interface Period {
  readonly since?: string;
  readonly until?: string;
}

export const periodOptions: readonly VerbOption[] = [
  { flags: '--since <date>', what: 'only from this day, month or year on', parse: date },
  { flags: '--until <date>', what: 'only up to this day, month or year, that included', parse: date },
];

/** Whether a date lies in a period; a partial date counts as its first day. */
export function isWithin({ since, until }: Period): (dated: string) => boolean {
  const from = since === undefined ? null : firstDay(since);
  const to = until === undefined ? null : lastDay(until);
  return (dated) => {
    const day = firstDay(dated);
    return (from === null || day >= from) && (to === null || day <= to);
  };
}
