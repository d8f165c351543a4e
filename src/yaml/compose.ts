import type { WrittenRecord } from '../change/change.ts';
import { bracedLines, inPair, recordsInBrackets, textsInBrackets } from './compose-in-flow.ts';
import { type Hand, PLAIN_HAND } from './hand.ts';
import { type ListStyle, ON_ONE_LINE } from './record-style.ts';
import { scalarText } from './scalar-text.ts';
import { entries, isRecord, isRecords, ownText, quotedKey } from './written.ts';

/**
 * A record as block YAML: lines without line ends, the first key at column 0.
 * @param styleOf how the list of records under a key is written
 */
export function recordLines(
  item: WrittenRecord,
  styleOf: (key: string) => ListStyle,
  hand: Hand = PLAIN_HAND,
): string[] {
  return entries(item).flatMap(([key, value]) => {
    if (isRecord(value)) {
      const lines = recordLines(value, styleOf, hand);
      return [`${quotedKey(key, hand)}:`, ...lines.map((line) => (line === '' ? line : `  ${line}`))];
    }
    if (!Array.isArray(value)) return pairLines(key, value, hand);
    if (!isRecords(value)) return textsLines(key, value, hand);
    const style = styleOf(key);
    const name = quotedKey(key, hand);
    if (style.indent === null) return [`${name}: ${recordsInBrackets(value, style, hand.within(key))}`];
    const { indent } = style;
    return [`${name}:`, ...value.flatMap((inner) => itemLines(inner, indent, style, styleOf, hand.within(key)))];
  });
}

/**
 * Keys with texts, lists of texts or records in braces as block YAML, the first at column 0.
 * @param isPadded whether a blank stands within the braces
 */
export const fieldLines = (
  fields: Readonly<Record<string, unknown>>,
  hand: Hand = PLAIN_HAND,
  isPadded = false,
): string[] =>
  Object.entries(fields).flatMap(([key, value]) => {
    if (isRecord(value)) return [inPair(key, value, { ...ON_ONE_LINE, isPadded }, hand)];
    return Array.isArray(value) ? textsLines(key, value, hand) : pairLines(key, value, hand);
  });

function pairLines(key: string, value: unknown, hand: Hand): string[] {
  return `${quotedKey(key, hand)}: ${ownText(key, value, hand, false)}`.split('\n');
}

/** A list of texts, one line each where it is written with dashes. */
function textsLines(key: string, texts: readonly unknown[], hand: Hand): string[] {
  const { indent, gap } = hand.texts(key);
  const name = quotedKey(key, hand);
  if (indent === null) return [`${name}: ${textsInBrackets(key, texts, hand)}`];
  const dash = `${' '.repeat(indent)}-${' '.repeat(gap)}`;
  return [`${name}:`, ...texts.map((text) => dash + itemText(key, text, hand))];
}

/** A text after a dash; one of several lines stands in quotes, so as to stay on one. */
export function itemText(key: string, text: unknown, hand: Hand): string {
  if (typeof text === 'string' && text.includes('\n')) {
    return scalarText(key, text, { always: true, mark: '"' }, false);
  }
  return ownText(key, text, hand, false);
}

/** A record as an item of a block list whose dashes stand at a column. */
export function itemLines(
  item: WrittenRecord,
  column: number,
  { gap, braces }: ListStyle,
  styleOf: (key: string) => ListStyle,
  hand: Hand,
): string[] {
  const margin = ' '.repeat(column);
  const lines = braces ? bracedLines(item, braces, hand) : recordLines(item, styleOf, hand);
  return lines.map((line, index) => {
    if (index === 0) return `${margin}-${' '.repeat(gap)}${line}`;
    return line === '' || braces ? line : `${margin}${' '.repeat(gap + 1)}${line}`;
  });
}
