import { escapeJson } from '../text/escape.ts';

/** A value as JSON for people and programs: two spaces of indentation, what could drive a terminal escaped. */
export function json(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`;
}

/** A list as JSON, one item a line. */
export function jsonLines(items: readonly unknown[]): string {
  if (items.length === 0) return '[]\n';
  return `[\n${items.map((item) => escapeJson(JSON.stringify(item))).join(',\n')}\n]\n`;
}

/** A list as newline-delimited JSON. */
export function ndjson(items: readonly unknown[]): string {
  return items.map((item) => `${escapeJson(JSON.stringify(item))}\n`).join('');
}
