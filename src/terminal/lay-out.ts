import type { Canvas, Row } from './row.ts';

/** The parts of a screen, from top to bottom. */
export interface Parts {
  readonly head: Row;
  /** What is worked on, in its context. */
  readonly body: readonly Row[];
  /** Which rows of the body must be seen: the first, and the one after the last. */
  readonly focus: readonly [start: number, end: number];
  /** A list or a form, if one is open. */
  readonly panel: readonly Row[];
  /** What was done or is asked. */
  readonly message: readonly Row[];
  readonly keys: Row;
}

/** Rows that the body keeps, however long the rest is, unless that were more than half of the room. */
const LEAST_BODY = 3;

/**
 * The rows of a whole screen. Where there are too few, the panel loses its end, but for the row with the cursor, and
 * the body what is far from its focus; on a screen of a few rows the top is left out.
 */
export function layOut({ head, body, focus, panel, message, keys }: Parts, { rows }: Pick<Canvas, 'rows'>): Row[] {
  const free = Math.max(0, rows - 2 - message.length);
  const most = free - Math.min(LEAST_BODY, body.length);
  // Whoever types sees where, on the lowest of screens.
  const below = around(panel, cursorIn(panel), Math.max(most, Math.ceil(free / 2)));
  const above = around(body, focus, free - below.length);
  const blank = Array.from({ length: Math.max(0, free - below.length - above.length) }, (): Row => ({ pieces: [] }));
  return [head, ...above, ...blank, ...below, ...message, keys].slice(-rows);
}

function cursorIn(rows: readonly Row[]): readonly [number, number] {
  const at = rows.findIndex(({ afterCursor }) => afterCursor);
  return at === -1 ? [0, 1] : [at, at + 1];
}

/** So many of the rows, those of the focus among them, with a third of the others above it. */
function around(rows: readonly Row[], [start, end]: readonly [number, number], most: number): readonly Row[] {
  const height = Math.max(0, most);
  const spare = Math.max(0, height - (end - start));
  const first = Math.max(0, Math.min(start - Math.floor(spare / 3), rows.length - height));
  return rows.slice(first, first + height);
}
