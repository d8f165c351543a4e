import { keepLines } from '../text/escape.ts';

/**
 * Rows as CSV (RFC 4180, lines ending in LF) or TSV, with a header row of the keys. Lists are joined by "; ", and
 * cells that a spreadsheet would run as a formula get a quotation mark in front.
 * @param keys the header, in order; also right where there are no rows
 */
export async function separated(
  rows: readonly object[],
  keys: readonly string[],
  delimiter: ',' | '\t',
): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const table = rows.map((row) => keys.map((key) => flat((row as Record<string, unknown>)[key], delimiter)));
  return stringify([[...keys], ...table], { delimiter, escape_formulas: true, record_delimiter: '\n' });
}

function flat(value: unknown, delimiter: string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => flat(item, delimiter)).join('; ');
  if (typeof value !== 'object') {
    // A lone CR would start a row for some readers.
    const text = keepLines(String(value).replaceAll('\r\n', '\n').replaceAll('\r', '\\u000d'));
    return delimiter === '\t' ? text.replace(/[\t\r\n]+/g, ' ') : text;
  }
  const parts = Object.values(value).filter((part) => part !== null && !(Array.isArray(part) && part.length === 0));
  return parts.map((part) => (Array.isArray(part) ? `[${part.join(' ')}]` : flat(part, delimiter))).join(' ');
}
