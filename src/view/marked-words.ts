import type { Marked } from '../change/mark-claims.ts';
import { type Piece, piecesOf, styled } from './page.ts';

/** What a mark did to a claim: `pending → confirmed (2024-03-30)`. @param isEventChanged whether its event is new, or has a new source */
export function markedWords({ changed, from, to, date }: Marked, isEventChanged: boolean): readonly Piece[] {
  const what = isEventChanged ? 'its event has a new source' : 'nothing changed';
  if (!changed) return piecesOf(['has that verdict already, ', styled(to, to), ` (${date}); ${what}`]);
  return piecesOf([styled(from, from), ' → ', styled(to, to), ` (${date})`]);
}
