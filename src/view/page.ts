import type { Status } from '../model/shape.ts';

/** What a piece of text means; which colour that is, the palette says. */
export type Style = Status | 'opinion' | 'name' | 'quiet' | 'heading' | 'alarm' | 'added' | 'removed' | 'hunk';

/** A piece of text, as it stands in the ledger: it is made safe for a terminal where it leaves the program. */
export interface Piece {
  readonly text: string;
  readonly style?: Style | undefined;
  /** What stands in its place where nothing is drawn: for a picture of blocks and colours, one of letters. */
  readonly plain?: string;
}

/** Text of one line: pieces that follow one another. */
export type Text = string | Piece | readonly (string | Piece)[];

export interface Column {
  readonly title: string;
  /** Whether the column gives way where the terminal is narrow; the others keep their width. */
  readonly gives?: boolean;
  readonly right?: boolean;
  /** How wide it is at least, so that several tables can stand below each other. */
  readonly least?: number;
}

/** A cell's pieces; in a terminal each starts a line of its own. */
export type Cell = readonly Piece[];

/** A part of what a person reads; each starts on a line of its own. */
export type Block =
  /** A line that is never wrapped. */
  | { readonly kind: 'line'; readonly text: Text }
  /** A text after a lead, wrapped so that its further lines stand under its first. */
  | {
      readonly kind: 'hang';
      readonly margin: number;
      readonly lead: Text;
      readonly text: Text;
      /** The column that it is wrapped at if the terminal is wider. */
      readonly widest?: number;
      /** Whether a terminal shows the first of its lines only. */
      readonly isCut?: boolean;
    }
  /** A table; its rows are made anew each time they are asked for, so that a large one is never there as a whole. */
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: () => Iterable<readonly Cell[]> }
  /** A line of a file, character by character; only a terminal gets to see it escaped. */
  | { readonly kind: 'verbatim'; readonly text: Piece };

/** What a person reads, from top to bottom. */
export type Page = Iterable<Block>;

export const line = (...text: readonly (string | Piece)[]): Block => ({ kind: 'line', text });

export const styled = (text: string, style: Style | undefined): Piece => ({ text, style });

/** @param margin in columns */
export const hang = (margin: number, lead: Text, text: string, style?: Style): Extract<Block, { kind: 'hang' }> => ({
  kind: 'hang',
  margin,
  lead,
  text: { text, style },
});

/** A text that is wrapped between words. @param margin in columns */
export const prose = (margin: number, ...text: readonly (string | Piece)[]): Block => ({
  kind: 'hang',
  margin,
  lead: '',
  text,
});

/** A cell of one piece. */
export const cell = (text: string, style?: Style): Cell => [{ text, style }];

/** A table with a row for each item; nothing where there are none. */
export function* table<T>(
  columns: readonly Column[],
  items: readonly T[],
  row: (item: T) => readonly Cell[],
): Generator<Block, undefined> {
  if (items.length === 0) return;
  yield {
    kind: 'table',
    columns,
    *rows() {
      for (const item of items) yield row(item);
    },
  };
}

/** The style of a status; an opinion has none. */
export const statusStyle = (status: Status | null): Style => status ?? 'opinion';

/** The pieces of a text. */
export const piecesOf = (text: Text): readonly Piece[] =>
  (typeof text === 'string' || 'text' in text ? [text] : text).map((one) =>
    typeof one === 'string' ? { text: one } : one,
  );
