import type { Tally } from '../../query/tally.ts';
import type { Palette } from './palette.ts';

/** One line that sums the claims up. */
export function tallyLine(tally: Tally, colors: Palette): string {
  const opinions = tally.total - tally.checkable;
  const parts = [
    colors.status('confirmed')(`${tally.confirmed} confirmed`),
    colors.status('pending')(`${tally.pending} pending`),
    colors.status('refuted')(`${tally.refuted} refuted`),
    ...(opinions > 0 ? [`${opinions} ${opinions === 1 ? 'opinion' : 'opinions'}`] : []),
    ...(tally.overdue > 0 ? [colors.alarm(`${tally.overdue} overdue`)] : []),
  ];
  return `${tally.total} ${tally.total === 1 ? 'claim' : 'claims'}: ${parts.join(', ')}\n`;
}
