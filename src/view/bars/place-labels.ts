/** A text below a picture, at the column that it tells of. */
export interface Label {
  readonly text: string;
  readonly column: number;
  /** Whether a stroke shows the column. */
  readonly isMarked: boolean;
}

/** Between two labels. */
const GAP = 1;

/**
 * Puts labels into lines, the first ones first: each starts at its column, or ends there where it would not fit.
 * @param columns how wide a line is
 * @param lines how many lines there may be; a label without room is left out
 */
export function placeLabels(labels: readonly Label[], columns: number, lines: number): readonly string[] {
  const rows: string[] = [];
  for (const label of labels) {
    const { text, start } = placed(label, columns);
    const room = { from: Math.max(0, start - GAP), to: start + text.length + GAP };
    const free = rows.findIndex((row) => row.slice(room.from, room.to).trim() === '');
    const at = free === -1 ? rows.length : free;
    if (at >= lines) continue;
    const row = (rows[at] ?? '').padEnd(room.to);
    rows[at] = row.slice(0, start) + text + row.slice(start + text.length);
  }
  return rows.map((row) => row.trimEnd());
}

function placed({ text, column, isMarked }: Label, columns: number) {
  const mark = isMarked ? '|' : '';
  if (column + mark.length + text.length <= columns) return { text: mark + text, start: column };
  const start = column + 1 - mark.length - text.length;
  // Where it fits on neither side, it shows no column.
  return start >= 0 ? { text: text + mark, start } : { text, start: 0 };
}
