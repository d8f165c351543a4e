import { oneLine } from '../text/escape.ts';
import type { Palette } from '../view/layout/palette.ts';
import type { Piece } from '../view/page.ts';
import type { Row } from './row.ts';

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const SAVE_CURSOR = '\u001b7';
const RESTORE_CURSOR = '\u001b8';
const CLEAR_ROW = '\u001b[2K';
const CLEAR_BELOW = '\u001b[J';

/**
 * What draws the whole screen anew. What could drive a terminal is escaped here. The cursor is placed by printing what
 * stands before it: how many columns that takes, the terminal knows best.
 * @param height rows that the screen has; further ones are left out
 */
export function drawn(rows: readonly Row[], height: number, palette: Palette): string {
  const painted = (pieces: readonly Piece[]) =>
    pieces.map(({ text, style }) => (style && text !== '' ? palette[style](oneLine(text)) : oneLine(text))).join('');
  const shown = rows.slice(0, height);
  const lines = shown.map(({ pieces, afterCursor }, index) => {
    const cursor = afterCursor ? SAVE_CURSOR + painted(afterCursor) : '';
    return `\u001b[${index + 1};1H${CLEAR_ROW}${painted(pieces)}${cursor}`;
  });
  const rest = shown.length < height ? `\u001b[${shown.length + 1};1H${CLEAR_BELOW}` : '';
  const cursor = shown.some(({ afterCursor }) => afterCursor) ? RESTORE_CURSOR + SHOW_CURSOR : '';
  return HIDE_CURSOR + lines.join('') + rest + cursor;
}
