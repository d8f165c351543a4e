import { daysBetween } from '../model/dates.ts';
import { columnOf, type TimeAxis } from './time-axis.ts';

/** A month or a year that is marked on an axis. */
export interface Tick {
  /** YYYY or YYYY-MM */
  readonly text: string;
  /** Where its first day is. */
  readonly column: number;
}

/** In months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];
const MONTH = 365.25 / 12;

/**
 * The months or years, at equal distances, that there is room for on an axis.
 * @param gap how many columns are free after each, at least
 */
export function ticksOf(axis: TimeAxis, gap: number): Tick[] {
  const perMonth = (axis.columns.length * MONTH) / (daysBetween(axis.first, axis.last) + 1);
  const step = STEPS.find((months) => months * perMonth >= (months % 12 === 0 ? 'YYYY' : 'YYYY-MM').length + gap);
  if (step === undefined) return [];
  const ticks: Tick[] = [];
  const first = Number(axis.first.slice(0, 4)) * 12 + Number(axis.first.slice(5, 7)) - 1;
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    const text = `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
    if (`${text}-01` > axis.last || year.length > 4) return ticks;
    if (`${text}-01` < axis.first) continue;
    ticks.push({ text: step % 12 === 0 ? year : text, column: columnOf(axis, `${text}-01`) });
  }
}
