import { oneLine } from '../../text/escape.ts';
import { type Measure, measureFor } from '../../text/measure.ts';
import type { Palette } from './palette.ts';

type Paint = (text: string) => string;

/** A piece of a cell; in a terminal each piece starts a line of its own. */
export interface Part {
  readonly text: string;
  readonly paint?: Paint;
}

export interface Column {
  readonly title: string;
  /** Whether the column gives way where the terminal is narrow; the others keep their width. */
  readonly gives?: boolean;
  readonly right?: boolean;
}

export interface Table<T> {
  readonly columns: readonly Column[];
  readonly items: readonly T[];
  /** The cells of an item, made when they are due: a large table is never there as a whole. */
  readonly row: (item: T) => readonly (readonly Part[])[];
}

/** A cell of one piece. */
export const cell = (text: string, paint?: Paint): readonly Part[] => [paint ? { text, paint } : { text }];

const GAP = '  ';
const NARROWEST = 12;

/**
 * A table as lines of text. In a terminal it has a heading and is wrapped to the width; elsewhere it is one line a row, never
 * wrapped or cut.
 * @param width the terminal's columns, or null where the text does not go to a terminal
 */
export async function renderTable<T>(
  table: Table<T>,
  width: number | null,
  colors: Palette,
): Promise<Iterable<string>> {
  if (table.items.length === 0) return [];
  const titles = table.columns.map(({ title }) => [{ text: title, paint: colors.quiet }]);
  function* rows(): Iterable<Row> {
    if (width !== null) yield titles;
    for (const item of table.items) {
      const cells = table
        .row(item)
        .map((parts) => parts.map(({ text, paint }) => ({ text: oneLine(text), paint: paint ?? same })));
      yield width === null ? cells.map(joined) : cells;
    }
  }
  const measure = await measureFor(allTexts(rows()));
  const natural = widest(rows(), table.columns.length, measure);
  const widths = width === null ? natural : fit(table.columns, natural, width);
  return (function* () {
    for (const row of rows()) yield renderRow(row, table.columns, widths, measure, width !== null);
  })();
}

interface Painted {
  readonly text: string;
  readonly paint: Paint;
}

type Row = readonly (readonly Painted[])[];

const same: Paint = (text) => text;

function joined(parts: readonly Painted[]): readonly Painted[] {
  const [first, ...rest] = parts;
  if (!first || rest.length === 0) return parts;
  return [{ text: parts.map(({ text }) => text).join(' '), paint: same }];
}

function* allTexts(rows: Iterable<Row>): Iterable<string> {
  for (const row of rows) for (const parts of row) for (const { text } of parts) yield text;
}

/** The width that each column's longest text takes. */
function widest(rows: Iterable<Row>, columns: number, measure: Measure): number[] {
  const most = new Array<number>(columns).fill(0);
  for (const row of rows) {
    row.forEach((parts, index) => {
      for (const { text } of parts) most[index] = Math.max(most[index] as number, measure.width(text));
    });
  }
  return most;
}

/** The columns that give way share what the others leave: the small ones get what they want, the large ones the rest. */
function fit(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const giving = columns.flatMap(({ gives }, index) => (gives ? [index] : []));
  const kept = natural.reduce((total, want, index) => (columns[index]?.gives ? total : total + want), 0);
  let left = width - GAP.length * (columns.length - 1) - kept;
  giving.sort((a, b) => (natural[a] as number) - (natural[b] as number));
  giving.forEach((index, done) => {
    const share = Math.max(NARROWEST, Math.floor(left / (giving.length - done)));
    widths[index] = Math.min(natural[index] as number, share);
    left -= widths[index] as number;
  });
  return widths;
}

function renderRow(
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  measure: Measure,
  wraps: boolean,
): string {
  const cells = row.map((parts, index) =>
    parts.flatMap(({ text, paint }) => {
      const lines = wraps ? measure.wrap(text, Math.max(1, widths[index] as number)) : [text];
      return lines.map((line) => ({ line, paint }));
    }),
  );
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  let output = '';
  for (let at = 0; at < height; at++) {
    let line = '';
    let pad = '';
    cells.forEach((lines, index) => {
      const piece = lines[at];
      const room = ' '.repeat(Math.max(0, (widths[index] as number) - (piece ? measure.width(piece.line) : 0)));
      const painted = piece ? piece.paint(piece.line) : '';
      // Padding waits until something follows it, so that no line ends in blanks.
      if (piece && piece.line !== '') {
        line += pad + (columns[index]?.right ? room : '') + painted;
        pad = (columns[index]?.right ? '' : room) + GAP;
      } else pad += room + GAP;
    });
    output += `${line}\n`;
  }
  return output;
}
