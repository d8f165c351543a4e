import { STATUSES } from '../../model/shape.ts';
import type { DayCounts } from '../../query/over-time.ts';
import type { Tally } from '../../query/tally.ts';
import { type TimeAxis, timeAxis } from '../../query/time-axis.ts';
import { axisLine } from '../bars/axis-line.ts';
import { PLAIN_WIDTH } from '../bars/plain-width.ts';
import { scale, sparkline } from '../bars/sparkline.ts';
import { line, type Page, prose, styled } from '../page.ts';
import { tallyLine } from '../tally-line.ts';

/** A group of claims over time; its key is null for those without such a value. */
export interface GroupOverTime {
  readonly key: string | null;
  readonly days: readonly DayCounts[];
}

const WORD = 'confirmed'.length;
const NARROWEST = 10;

/**
 * Counts over time as pictures: those of all claims, then those of each group, all on one axis, each on its own scale.
 * @param until the last day of the axis
 * @param width the terminal's columns; null where there is none
 */
export function* overTimePage(
  all: Tally,
  days: readonly DayCounts[],
  groups: readonly GroupOverTime[],
  until: string,
  width: number | null,
): Page {
  yield tallyLine(all);
  const first = days[0]?.date;
  if (first === undefined) return;
  const digits = String(most(days)).length;
  const columns = Math.max(NARROWEST, (width ?? PLAIN_WIDTH) - WORD - 2 * digits - 3);
  const axis = timeAxis(first, until, columns);
  yield* [line(), ...picture(days, axis, digits)];
  for (const { key, days: own } of groups) {
    yield* [line(), prose(0, styled(key ?? '(none)', 'name'))];
    if (own.length > 0) yield* picture(own, axis, digits);
    else yield line(styled('no claim with a status', 'quiet'));
  }
}

/**
 * A row for each status, between its first figure and its last, over the axis.
 * @param digits that a number has at most
 */
function* picture(days: readonly DayCounts[], axis: TimeAxis, digits: number): Page {
  const top = most(days);
  for (const status of STATUSES) {
    const on = (date: string) => days.findLast((one) => one.date <= date)?.[status] ?? 0;
    const [from, to] = [on(axis.first), on(axis.last)].map((count) => String(count).padStart(digits));
    const drawn = { ...sparkline(axis, on, top), style: status };
    yield line(styled(status.padEnd(WORD), status), ` ${from} `, drawn, ` ${to}`);
  }
  yield axisLine(axis, scale(top, WORD + digits + 2));
}

/** The largest number of all. */
const most = (days: readonly DayCounts[]) =>
  days.reduce((largest, { confirmed, pending, refuted }) => Math.max(largest, confirmed, pending, refuted), 0);
