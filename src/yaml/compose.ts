import {
  COLLECTION_STYLE,
  type Document,
  DUMP_SCHEMA,
  dump,
  type Node,
  SCALAR_STYLE,
  Schema,
  timestampTag,
  visit,
} from 'js-yaml';
import type { WrittenRecord } from '../change/change.ts';
import { escapeJson, hasHidden } from '../text/escape.ts';
import type { Braces, ListStyle } from './list-style.ts';

/**
 * Quotes whatever YAML 1.1 or 1.2 would take for something other than text (`007`, `no`, `2024`), but not full dates,
 * which a ledger writes plainly.
 */
const schema = new Schema(DUMP_SCHEMA.tags.filter((tag) => tag !== timestampTag));

/** The keys of a record with their values; absent ones are not written. */
function entries(item: object): [key: string, value: unknown][] {
  return Object.entries(item).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}

/** The same of the records within. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(entries(value).map(([key, inner]) => [key, written(inner)]));
}

/**
 * A record as block YAML: lines without line ends, the first key at column 0.
 * @param styleOf how the list of records under a key is written
 */
export function recordLines(item: WrittenRecord, styleOf: (key: string) => ListStyle): string[] {
  return entries(item).flatMap(([key, value]) => {
    const isRecords = Array.isArray(value) && value.every((inner) => typeof inner === 'object');
    if (!isRecords) return dumped({ [key]: written(value) }, -1).split('\n');
    const style = styleOf(key);
    if (style.indent === null) return [`${key}: [${value.map((inner) => inBraces(inner, false)).join(', ')}]`];
    return [`${key}:`, ...value.flatMap((inner) => itemLines(inner, style.indent ?? 0, style, styleOf))];
  });
}

/** Keys with texts, lists of texts or records in braces as block YAML, the first at column 0. */
export const fieldLines = (fields: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(fields).flatMap(([key, value]) => {
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? [`${key}: ${inBraces(value, false)}`] : dumped({ [key]: value }, -1).split('\n');
  });

/** A record as an item of a block list whose dashes stand at a column. */
export function itemLines(
  item: WrittenRecord,
  column: number,
  { gap, braces }: ListStyle,
  styleOf: (key: string) => ListStyle,
): string[] {
  const margin = ' '.repeat(column);
  const lines = braces ? bracedLines(item, braces) : recordLines(item, styleOf);
  return lines.map((line, index) => {
    if (index === 0) return `${margin}-${' '.repeat(gap)}${line}`;
    return line === '' || braces ? line : `${margin}${' '.repeat(gap + 1)}${line}`;
  });
}

/** A record in braces; of lines after the first, each has its own margin. */
export function bracedLines(item: WrittenRecord, { isJson, isPadded, margins }: Braces): string[] {
  if (margins === null) return [inBraces(item, isJson, isPadded ? ' ' : '')];
  const pairs = entries(item).map(([key, value]) => margins.keys + inPair(key, value, isJson));
  return ['{', ...pairs.map((pair, index) => (index < pairs.length - 1 ? `${pair},` : pair)), `${margins.close}}`];
}

/**
 * A record in braces on one line.
 * @param padding what stands within the braces, on both sides
 */
export function inBraces(item: object, isJson: boolean, padding = ''): string {
  const pairs = entries(item).map(([key, value]) => inPair(key, value, isJson));
  return `{${padding}${pairs.join(', ')}${padding}}`;
}

/** A key and its value as they stand in braces. */
export function inPair(key: string, value: unknown, isJson: boolean): string {
  if (isJson) return `${JSON.stringify(key)}: ${jsonText(value)}`;
  return dumped({ [key]: written(value) }, 0).slice(1, -1);
}

/** JSON on one line, with a blank after commas and colons; escaped where YAML or a terminal would not take it raw. */
function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return inBraces(value, true);
  return escapeJson(JSON.stringify(value));
}

/** @param flowLevel the depth from which on collections stand in brackets; -1 for none */
function dumped(value: WrittenRecord, flowLevel: number): string {
  const text = dump(value, {
    schema,
    flowLevel,
    indent: 2,
    lineWidth: -1,
    quoteStyle: 'double',
    flowBracketPadding: false,
    noRefs: true,
    transform: style,
  });
  return escapeJson(text.replace(/\n$/, ''));
}

const DATE_KEYS: readonly string[] = ['date', 'said', 'due', 'published', 'added'];
const LIKE_DATE = /^\d{4}-\d{1,2}-\d{1,2}/;

/** Lists of scalars stand on one line; what would be read otherwise, or drive a terminal, is quoted. */
function style(documents: Document[]): void {
  visit(documents, (node: Node) => {
    if (node.kind === 'sequence') {
      if (node.items.every((item) => item.kind === 'scalar')) node.style = COLLECTION_STYLE.FLOW;
      for (const item of node.items) quoteWhereNeeded(item, true);
    }
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.items) {
      if (key.kind !== 'scalar') continue;
      quoteWhereNeeded(value, !DATE_KEYS.includes(key.value));
    }
  });
}

/** Quotes text that looks like a date, and white space at ends, which block scalars leave to the reader's chomping. */
function quoteWhereNeeded(node: Node, isText: boolean): void {
  if (node.kind !== 'scalar') return;
  if (
    (isText && LIKE_DATE.test(node.value)) ||
    /[ \t]$/m.test(node.value) ||
    node.value.endsWith('\n') ||
    hasHidden(node.value)
  ) {
    node.style = SCALAR_STYLE.DOUBLE_QUOTED;
  }
}
