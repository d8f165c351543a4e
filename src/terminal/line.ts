import { edgeAfter, edgeBefore, nextEdge, wordsOf } from './graphemes.ts';

/** One line that is being edited. The cursor stands before the character at its index, never within one. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
}

/** A line with the cursor at its end. */
export const lineOf = (text: string): Line => ({ text, cursor: text.length });

/** A line with other text between two of its places, and the cursor after it. */
function replaced({ text }: Line, start: number, end: number, between: string): Line {
  const changed = text.slice(0, start) + between + text.slice(end);
  // Code points of one character arrive apart: what was typed may have joined what stands beside it.
  return { text: changed, cursor: nextEdge(changed, start + between.length) };
}

/** Sequences that paint or move, as text copied from a terminal may hold. */
const SEQUENCES = /\u001b\[[\d;?]*[@-~]/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;

/** The text typed or pasted, in one line: line breaks and tabs become a space, controls are dropped. */
export function insert(line: Line, text: string): Line {
  const plain = text
    .replace(SEQUENCES, '')
    .replace(/^[\r\n]+|[\r\n]+$/g, '')
    .replace(BREAKS, ' ')
    .replace(CONTROLS, '');
  return replaced(line, line.cursor, line.cursor, plain);
}

const wordStart = ({ text, cursor }: Line) =>
  wordsOf(text).findLast(({ start, isWord }) => isWord && start < cursor)?.start ?? 0;
const wordEnd = ({ text, cursor }: Line) =>
  wordsOf(text).find(({ end, isWord }) => isWord && end > cursor)?.end ?? text.length;
/** Where what stands between blanks before the cursor starts. */
const blankStart = ({ text, cursor }: Line) => cursor - (/\S*\s*$/u.exec(text.slice(0, cursor))?.[0].length ?? 0);

/** Places to move to, by what is there. */
const PLACES = {
  start: () => 0,
  end: ({ text }: Line) => text.length,
  before: ({ text, cursor }: Line) => edgeBefore(text, cursor),
  after: ({ text, cursor }: Line) => edgeAfter(text, cursor),
  wordStart,
  wordEnd,
  blankStart,
} as const satisfies Readonly<Record<string, (line: Line) => number>>;

export type Place = keyof typeof PLACES;

export const moved = (line: Line, to: Place): Line => ({ text: line.text, cursor: PLACES[to](line) });

/** The line without what stands between the cursor and a place. */
export function removed(line: Line, to: Place): Line {
  const other = PLACES[to](line);
  return replaced(line, Math.min(other, line.cursor), Math.max(other, line.cursor), '');
}

/** The characters on both sides of the cursor change places; at the end, the last two. */
export function swapped(line: Line): Line {
  const end = PLACES.after(line);
  const middle = edgeBefore(line.text, end);
  const start = edgeBefore(line.text, middle);
  return replaced(line, start, end, line.text.slice(middle, end) + line.text.slice(start, middle));
}
