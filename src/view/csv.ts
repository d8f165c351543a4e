import { keepLines } from '../text/escape.ts';

/**
 * Rows as CSV (RFC 4180, lines ending in LF) or TSV, with a header row of the keys. Lists are joined by "; ", and
 * cells that a spreadsheet would run as a formula get a quotation mark in front.
 * @param keys the header, in order; also right where there are no rows
 */
export async function separated(
  rows: Iterable<object>,
  keys: readonly string[],
  delimiter: ',' | '\t',
): Promise<Iterable<string>> {
  const { stringify } = await import('csv-stringify/sync');
  const written = (table: string[][]) => stringify(table, { delimiter, escape_formulas: true, record_delimiter: '\n' });
  const cells = (row: object) => keys.map((key) => flat((row as Record<string, unknown>)[key], delimiter));
  return (function* () {
    yield written([[...keys]]);
    let batch: string[][] = [];
    for (const row of rows) {
      batch.push(cells(row));
      if (batch.length < BATCH) continue;
      yield written(batch);
      batch = [];
    }
    if (batch.length > 0) yield written(batch);
  })();
}

/** How many rows are written at once. */
const BATCH = 500;

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
