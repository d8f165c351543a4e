import { daysAfter, daysBetween } from '../model/dates.ts';

/** A span of days drawn in columns, each of the same length. */
export interface TimeAxis {
  /** YYYY-MM-DD, both included. */
  readonly first: string;
  readonly last: string;
  /** The last day of each column, which it shows the end of; one day may have several. */
  readonly columns: readonly string[];
}

/** @param columns how many */
export function timeAxis(first: string, last: string, columns: number): TimeAxis {
  const length = daysBetween(first, last) + 1;
  const daysIn = (upTo: number) => Math.ceil((upTo * length) / columns);
  return {
    first,
    last,
    columns: Array.from({ length: columns }, (_, column) => daysAfter(first, daysIn(column + 1) - 1) ?? last),
  };
}

/** The column in which a day of the axis begins to show, from 0. */
export const columnOf = ({ first, last, columns }: TimeAxis, day: string): number =>
  Math.floor((daysBetween(first, day) * columns.length) / (daysBetween(first, last) + 1));
