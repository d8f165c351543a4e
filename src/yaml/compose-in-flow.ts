import type { WrittenRecord } from '../change/change.ts';
import { escapeJson } from '../text/escape.ts';
import type { Hand } from './hand.ts';
import { type Braces, type ItemLines, type ListStyle, ON_ONE_LINE } from './record-style.ts';
import { entries, isRecord, isRecords, ownText, quotedKey } from './written.ts';

/** A record in braces; of lines after the first, each has its own margin. */
export function bracedLines(item: WrittenRecord, braces: Braces, hand: Hand): string[] {
  const { margins } = braces;
  if (margins === null) return [inBraces(item, braces, hand)];
  const pairs = entries(item).map(([key, value]) => {
    const [first = '', ...rest] = isOnLines(key, value, braces, hand)
      ? listOnLines(key, value, braces, margins, hand)
      : [inPair(key, value, braces, hand)];
    return [margins.keys + first, ...rest];
  });
  return ['{', ...joined(pairs), `${margins.close}}`];
}

/** Whether a list in a record on lines is on lines too: as its neighbours are, else as JSON is usually written. */
function isOnLines(key: string, value: unknown, braces: Braces, hand: Hand): value is readonly unknown[] {
  if (!Array.isArray(value)) return false;
  return hand.texts(key).isOnLines ?? (braces.isJson && isRecords(value));
}

/** A key and its list; of lines after the first, each has its own margin. */
function listOnLines(
  key: string,
  list: readonly unknown[],
  braces: Braces,
  { keys, close }: { readonly keys: string; readonly close: string },
  hand: Hand,
): string[] {
  const step = keys.slice(close.length) || '  ';
  const margin = keys + step;
  const inner: Braces = { ...braces, margins: { keys: margin + step, close: margin } };
  const items = isRecords(list)
    ? list.map((item) => bracedLines(item, inner, hand.within(key)))
    : list.map((text) => [textInFlow(key, text, braces, hand)]);
  const name = keyInBraces(key, braces, hand);
  return [`${name}: [`, ...joined(items.map(([first, ...rest]) => [margin + first, ...rest])), `${keys}]`];
}

/** Entries of several lines each, with commas between them. */
const joined = (written: readonly (readonly string[])[]): string[] =>
  written.flatMap((lines, at) =>
    lines.map((line, index) => (at < written.length - 1 && index === lines.length - 1 ? `${line},` : line)),
  );

/** A record in braces on one line. */
function inBraces(item: object, braces: Braces, hand: Hand): string {
  const pairs = entries(item).map(([key, value]) => inPair(key, value, braces, hand));
  const padding = braces.isPadded ? ' ' : '';
  return `{${padding}${pairs.join(', ')}${padding}}`;
}

/** A key and its value as they stand in braces. */
export function inPair(key: string, value: unknown, braces: Braces, hand: Hand): string {
  return `${keyInBraces(key, braces, hand)}: ${inFlow(key, value, braces, hand)}`;
}

const keyInBraces = (key: string, { isJson }: Braces, hand: Hand) =>
  isJson ? JSON.stringify(key) : quotedKey(key, hand);

/** A value as it stands in braces or brackets, or on one line. */
export function inFlow(key: string, value: unknown, braces: Braces, hand: Hand): string {
  if (isRecord(value)) return inBraces(value, { ...braces, margins: null }, hand);
  if (!Array.isArray(value)) return textInFlow(key, value, braces, hand);
  if (!isRecords(value)) return textsInBrackets(key, value, hand, braces);
  const { isPadded } = hand.texts(key);
  return recordsInBrackets(value, { indent: null, gap: 1, isPadded, braces }, hand.within(key));
}

/** A text in brackets or braces; in JSON, escaped where YAML or a terminal would not take it raw. */
export const textInFlow = (key: string, value: unknown, { isJson }: Braces, hand: Hand) =>
  isJson ? escapeJson(JSON.stringify(value)) : ownText(key, value, hand, true);

/** Texts in a list in brackets, on one line. */
export function textsInBrackets(
  key: string,
  texts: readonly unknown[],
  hand: Hand,
  braces: Braces = ON_ONE_LINE,
): string {
  const written = texts.map((text) => textInFlow(key, text, braces, hand));
  return `[${padded(written, hand.texts(key).isPadded)}]`;
}

/** Records in a list in brackets, all on one line where no lines are given. */
export function recordsInBrackets(
  items: readonly WrittenRecord[],
  style: ListStyle,
  hand: Hand,
  lines: ItemLines | null = null,
): string {
  return `[${betweenBrackets(items, style, hand, lines)}]`;
}

/** The same without the brackets. */
export function betweenBrackets(
  items: readonly WrittenRecord[],
  style: ListStyle,
  hand: Hand,
  lines: ItemLines | null,
): string {
  const braces = style.braces ?? ON_ONE_LINE;
  if (lines) {
    const written = items.map((item) => lines.eol + lines.item + bracedLines(item, braces, hand).join(lines.eol));
    return `${written.join(',')}${lines.eol}${lines.close}`;
  }
  return padded(
    items.map((item) => inBraces(item, braces, hand)),
    style.isPadded ?? false,
  );
}

function padded(written: readonly string[], isPadded: boolean): string {
  const padding = isPadded ? ' ' : '';
  return padding + written.join(', ') + padding;
}
