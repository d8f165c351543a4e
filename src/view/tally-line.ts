import type { Tally } from '../query/tally.ts';
import { type Block, type Piece, prose, styled } from './page.ts';

/** One line that sums the claims up. @param all how many there are, where not all are shown; null where they are */
export function tallyLine(tally: Tally, margin = 0, all: number | null = null): Block {
  if (tally.total === 0 && tally.withdrawn > 0) {
    const of = all === null ? '' : ` of ${all}`;
    return prose(margin, `${tally.withdrawn}${of} withdrawn ${(all ?? tally.withdrawn) === 1 ? 'claim' : 'claims'}`);
  }
  const opinions = tally.total - tally.checkable;
  const parts: (string | Piece)[] = [
    styled(`${tally.confirmed} confirmed`, tally.confirmed === 0 ? 'quiet' : 'confirmed'),
    styled(`${tally.pending} pending`, tally.pending === 0 ? 'quiet' : 'pending'),
    styled(`${tally.refuted} refuted`, tally.refuted === 0 ? 'quiet' : 'refuted'),
    ...(opinions > 0 ? [`${opinions} ${opinions === 1 ? 'opinion' : 'opinions'}`] : []),
    ...(tally.overdue > 0 ? [styled(`${tally.overdue} overdue`, 'alarm')] : []),
    ...(tally.withdrawn > 0 ? [styled(`${tally.withdrawn} withdrawn`, 'quiet')] : []),
  ];
  const [first = '', ...rest] = parts;
  return prose(
    margin,
    `${tally.total}${all === null ? '' : ` of ${all}`} ${(all ?? tally.total) === 1 ? 'claim' : 'claims'}: `,
    first,
    ...rest.flatMap((part) => [', ', part]),
  );
}
