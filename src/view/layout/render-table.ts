import type { Measure } from '../../text/measure.ts';
import type { Block, Cell, Column, Piece } from '../page.ts';
import type { Palette } from './palette.ts';
import type { Sheet } from './sheet.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const GAP = '  ';
const NARROWEST = 12;

/** A column with the width that it takes in this table. */
interface Fitted extends Column {
  readonly width: number;
}

/**
 * A table as lines of text. In a terminal it has a heading and is wrapped to the width; elsewhere it is one line a row,
 * never wrapped or cut.
 */
export function* renderTable(table: TableBlock, { width, palette }: Sheet, measure: Measure): Iterable<string> {
  const rows = () => (width === null ? joinedRows(table) : headedRows(table));
  const columns = fit(widest(rows(), table.columns, measure), width);
  for (const row of rows()) yield renderRow(row, columns, palette, measure, width !== null);
}

function* headedRows({ columns, rows }: TableBlock): Iterable<readonly Cell[]> {
  yield columns.map(({ title }): Cell => [{ text: title, style: 'quiet' }]);
  yield* rows();
}

function* joinedRows({ rows }: TableBlock): Iterable<readonly Cell[]> {
  for (const row of rows()) yield row.map(joined);
}

function joined(parts: Cell): Cell {
  return parts.length < 2 ? parts : [{ text: parts.map(({ text }) => text).join(' ') }];
}

/** The columns with the width that each one's longest text takes. */
function widest(rows: Iterable<readonly Cell[]>, columns: readonly Column[], measure: Measure): Fitted[] {
  const most = columns.map(({ least = 0 }) => least);
  for (const row of rows) {
    for (const [index, parts] of row.entries()) {
      for (const { text } of parts) most[index] = Math.max(most[index] ?? 0, measure.width(text));
    }
  }
  return columns.map((column, index) => ({ ...column, width: most[index] ?? 0 }));
}

/** The columns that give way share what the others leave: the small ones get what they want, the large ones the rest. */
function fit(columns: readonly Fitted[], width: number | null): readonly Fitted[] {
  if (width === null) return columns;
  const giving = columns.filter(({ gives }) => gives).sort((a, b) => a.width - b.width);
  const kept = columns.reduce((total, column) => (column.gives ? total : total + column.width), 0);
  let left = width - GAP.length * (columns.length - 1) - kept;
  const shares = new Map<Fitted, number>();
  for (const [done, column] of giving.entries()) {
    const share = Math.max(NARROWEST, Math.floor(left / (giving.length - done)));
    shares.set(column, Math.min(column.width, share));
    left -= Math.min(column.width, share);
  }
  return columns.map((column) => ({ ...column, width: shares.get(column) ?? column.width }));
}

/** @param wraps whether each cell is wrapped to its column */
function renderRow(
  row: readonly Cell[],
  columns: readonly Fitted[],
  palette: Palette,
  measure: Measure,
  wraps: boolean,
): string {
  const cells = columns.map((column, index) => {
    const lines = (row[index] ?? []).flatMap(({ text, style }): Piece[] => {
      if (!wraps) return [{ text, style }];
      return measure.wrap(text, Math.max(1, column.width)).map((line) => ({ text: line, style }));
    });
    return { column, lines };
  });
  const height = Math.max(1, ...cells.map(({ lines }) => lines.length));
  let output = '';
  for (let at = 0; at < height; at++) {
    let line = '';
    let pad = '';
    for (const { column, lines } of cells) {
      const { text = '', style } = lines[at] ?? {};
      const room = ' '.repeat(Math.max(0, column.width - measure.width(text)));
      // Padding waits until something follows it, so that no line ends in blanks.
      if (text !== '') {
        line += pad + (column.right ? room : '') + (style ? palette[style](text) : text);
        pad = (column.right ? '' : room) + GAP;
      } else pad += room + GAP;
    }
    output += `${line}\n`;
  }
  return output;
}
