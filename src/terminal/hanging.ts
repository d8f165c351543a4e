import { oneLine } from '../text/escape.ts';
import { type Piece, styled } from '../view/page.ts';
import { piecesBetween } from '../view/pieces-between.ts';
import { clippedWithin } from './clip.ts';
import type { Canvas, Row } from './row.ts';
import { wrapped } from './wrap.ts';

/** A text after a lead, wrapped so that its further rows stand below its first. */
export interface Hanging {
  readonly lead: readonly Piece[];
  readonly text: readonly Piece[];
}

/**
 * The rows of a hanging text.
 * @param most rows that it may take; of a longer text the middle is left out, and its styles with it
 */
export function hangingRows({ lead, text }: Hanging, canvas: Canvas, most = Number.POSITIVE_INFINITY): Row[] {
  const { columns, measure } = canvas;
  const start = lead.map(escaped);
  const indent = start.reduce((total, piece) => total + measure.width(piece.text), 0);
  const room = Math.max(1, columns - indent);
  const pieces = fitted(text.map(escaped), room, most, canvas);
  const whole = plain(pieces);
  return wrapped(whole, room, measure).map((span, index) => {
    const end = span.start + whole.slice(span.start, span.end).trimEnd().length;
    const before = index === 0 ? start : [{ text: ' '.repeat(indent) }];
    return { pieces: [...before, ...piecesBetween(pieces, span.start, end)] };
  });
}

const escaped = ({ text, style }: Piece): Piece => ({ text: oneLine(text), style });
const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** Pieces that take so many rows at most. */
function fitted(pieces: readonly Piece[], room: number, most: number, { measure }: Canvas): readonly Piece[] {
  const text = plain(pieces);
  let shown = text;
  for (let columns = room * most; wrapped(shown, room, measure).length > most && columns > 0; columns--) {
    shown = clippedWithin(text, columns, measure);
  }
  return shown === text ? pieces : [styled(shown, pieces[0]?.style)];
}
