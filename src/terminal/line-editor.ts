import type { Press } from './keys.ts';
import { insert, type Line, lineOf, moved } from './line.ts';
import { CHANGES, CUTS, MOVES } from './line-keys.ts';

/** A line that is being edited, with what its keys can bring back. */
export interface LineEditor {
  /** What was typed, then the earlier lines that ↑ brings; each as it was left. */
  readonly lines: readonly Line[];
  /** Which of the lines is being edited. */
  readonly at: number;
  /** What may be meant, the likeliest first. */
  readonly offers: readonly string[];
  /** The editor before the last change, for undoing it. */
  readonly before: LineEditor | null;
  /** Whether the last change was a character typed: those that follow are undone together with it. */
  readonly isTyping: boolean;
  /** What was cut last. */
  readonly cut: string;
}

/**
 * An editor for one line.
 * @param text what stands there at first, with the cursor after it
 * @param earlier lines that ↑ brings, the nearest first
 * @param offers what may be meant, the likeliest first: shown in grey, taken with → at the end of the line
 */
export function lineEditor(text = '', earlier: readonly string[] = [], offers: readonly string[] = []): LineEditor {
  return { lines: [text, ...earlier].map(lineOf), at: 0, offers, before: null, isTyping: false, cut: '' };
}

/** The line as it stands. */
export const lineIn = ({ lines, at }: LineEditor): Line => lines[at] ?? lineOf('');

/** What is shown in grey after the line: how the first offer that starts with it goes on; empty for none. */
export const greyIn = (editor: LineEditor): string => offered(editor)?.slice(lineIn(editor).text.length) ?? '';

function offered(editor: LineEditor): string | null {
  const { text, cursor } = lineIn(editor);
  if (cursor < text.length) return null;
  const typed = text.toLowerCase();
  return editor.offers.find((offer) => offer.slice(0, text.length).toLowerCase() === typed) ?? null;
}

/** The editor after a press; null where the press means nothing to a line. */
export function edited(editor: LineEditor, press: Press): LineEditor | null {
  if (press.kind === 'end') return null;
  if (press.kind === 'paste') return changed(editor, insert(lineIn(editor), press.text));
  if (press.text !== '') return changed(editor, insert(lineIn(editor), press.text), true);
  return KEYS.get(press.name)?.(editor) ?? null;
}

function withLine(editor: LineEditor, line: Line): LineEditor {
  return { ...editor, lines: editor.lines.with(editor.at, line), isTyping: false };
}

function changed(editor: LineEditor, line: Line, isTyping = false): LineEditor {
  if (line.text === lineIn(editor).text) return withLine(editor, line);
  const before = isTyping && editor.isTyping ? editor.before : editor;
  return { ...withLine(editor, line), before, isTyping };
}

function cut(editor: LineEditor, line: Line): LineEditor {
  const { text } = lineIn(editor);
  const gone = text.slice(line.cursor, line.cursor + text.length - line.text.length);
  return { ...changed(editor, line), cut: gone === '' ? editor.cut : gone };
}

/** Brings the next earlier line, or (−1) the next later one; at either end it stays. */
function recalled(editor: LineEditor, by: 1 | -1): LineEditor {
  const at = Math.max(0, Math.min(editor.at + by, editor.lines.length - 1));
  return { ...editor, at, isTyping: false };
}

/** → takes what is offered where there is nothing more to go over. */
function right(editor: LineEditor): LineEditor {
  const offer = offered(editor);
  return offer === null ? withLine(editor, moved(lineIn(editor), 'after')) : changed(editor, lineOf(offer));
}

const undone = (editor: LineEditor): LineEditor => ({ ...(editor.before ?? editor), cut: editor.cut, isTyping: false });

type EditorKey = readonly [name: string, edit: (editor: LineEditor) => LineEditor];

const KEYS = new Map<string, EditorKey[1]>([
  ...Object.entries(MOVES).map(([name, edit]): EditorKey => [name, (editor) => withLine(editor, edit(lineIn(editor)))]),
  ...Object.entries(CHANGES).map(
    ([name, edit]): EditorKey => [name, (editor) => changed(editor, edit(lineIn(editor)))],
  ),
  ...Object.entries(CUTS).map(([name, edit]): EditorKey => [name, (editor) => cut(editor, edit(lineIn(editor)))]),
  ['right', right],
  ['ctrl-f', right],
  ['up', (editor) => recalled(editor, 1)],
  ['ctrl-p', (editor) => recalled(editor, 1)],
  ['down', (editor) => recalled(editor, -1)],
  ['ctrl-n', (editor) => recalled(editor, -1)],
  ['ctrl-y', (editor) => changed(editor, insert(lineIn(editor), editor.cut))],
  ['ctrl-_', undone],
]);
