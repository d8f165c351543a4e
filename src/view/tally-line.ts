import type { Tally } from '../query/tally.ts';
import { type Block, line, type Piece, styled } from './page.ts';

/** One line that sums the claims up. */
export function tallyLine(tally: Tally, margin = ''): Block {
  const opinions = tally.total - tally.checkable;
  const parts: (string | Piece)[] = [
    styled(`${tally.confirmed} confirmed`, 'confirmed'),
    styled(`${tally.pending} pending`, 'pending'),
    styled(`${tally.refuted} refuted`, 'refuted'),
    ...(opinions > 0 ? [`${opinions} ${opinions === 1 ? 'opinion' : 'opinions'}`] : []),
    ...(tally.overdue > 0 ? [styled(`${tally.overdue} overdue`, 'alarm')] : []),
  ];
  const [first = '', ...rest] = parts;
  return line(
    `${margin}${tally.total} ${tally.total === 1 ? 'claim' : 'claims'}: `,
    first,
    ...rest.flatMap((part) => [', ', part]),
  );
}
