/** How many rows are written at once. */
const BATCH = 500;

/**
 * Rows as CSV (RFC 4180, lines ending in LF) or TSV, with a header row of the keys. Lists are joined by "; ", and
 * cells that a spreadsheet would run as a formula get a quotation mark in front.
 * @param keys the header, in order; also right where there are no rows
 */
export async function separated<R extends object>(
  rows: Iterable<R>,
  keys: readonly (keyof R & string)[],
  delimiter: ',' | '\t',
): Promise<Iterable<string>> {
  // Loaded for these formats only.
  const { stringify } = await import('csv-stringify/sync');
  const written = (table: string[][]) => stringify(table, { delimiter, escape_formulas: true, record_delimiter: '\n' });
  return (function* () {
    yield written([[...keys]]);
    let batch: string[][] = [];
    for (const row of rows) {
      batch.push(keys.map((key) => flat(row[key], delimiter)));
      if (batch.length < BATCH) continue;
      yield written(batch);
      batch = [];
    }
    if (batch.length > 0) yield written(batch);
  })();
}

function flat(value: unknown, delimiter: string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => flat(item, delimiter)).join('; ');
  if (typeof value !== 'object') {
    // A lone CR would start a row for some readers.
    const text = String(value).replaceAll('\r\n', '\n').replaceAll('\r', '\\u000d');
    return delimiter === '\t' ? text.replace(/[\t\n]+/g, ' ') : text;
  }
  const parts = Object.values(value).filter((part) => part !== null && !(Array.isArray(part) && part.length === 0));
  return parts.map((part) => (Array.isArray(part) ? `[${part.join(' ')}]` : flat(part, delimiter))).join(' ');
}
