import { courseOf } from '../model/course.ts';
import { firstDay } from '../model/dates.ts';
import type { Status } from '../model/shape.ts';
import type { ClaimRow } from './rows.ts';

/** How a claim stands: its status, or that no verdict was passed on it that still counts; an opinion has none. */
export type Standing = Status | 'unseen' | 'opinion';

/** A day from which a claim stands otherwise than before. */
export interface Turn {
  /** YYYY-MM-DD; empty, which is before all days, where it is not known since when the claim is there. */
  readonly day: string;
  /** Null from the day on which it was withdrawn. */
  readonly standing: Standing | null;
}

/** What stands the way it does on each day, as far as `stats` counts: pending is also what nobody has looked at. */
export const statusOfStanding = (standing: Standing | null): Status | null =>
  standing === 'unseen' ? 'pending' : standing === 'opinion' ? null : standing;

/**
 * How a claim stood from when to when: on each day as `list --as-of` says of that day, where it is there at all.
 * @param until the last day that is looked at
 * @returns in the order of the days, none equal to the one before
 */
export function turnsOf(row: ClaimRow, until: string): readonly Turn[] {
  const since = [row.said, row.added].map((date) => (date === null ? '' : firstDay(date)));
  const start = since.reduce((latest, day) => (day > latest ? day : latest));
  const turns: Turn[] = [];
  const turn = (from: string, standing: Standing | null) => {
    const day = from < start ? start : from;
    // Of what happens on one day, the last decides.
    if (turns.at(-1)?.day === day) turns.pop();
    if (turns.at(-1)?.standing !== standing) turns.push({ day, standing });
  };
  const { kind, withdrawn } = row;
  turn(start, kind === 'opinion' ? 'opinion' : 'unseen');
  for (const { day, after } of kind === 'opinion' ? [] : courseOf(row.verdicts)) {
    if (withdrawn === null || day < withdrawn.date) turn(day, after?.status ?? 'unseen');
  }
  if (withdrawn !== null) turn(withdrawn.date, null);
  return turns.filter(({ day }) => day <= until);
}
