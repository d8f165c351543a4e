import type { ClaimRow, EventRow } from '../../query/rows.ts';
import { sourceText } from '../source-text.ts';

/** How many rows are written at once. */
const BATCH = 500;

/**
 * Rows as CSV (RFC 4180, lines ending in LF) or TSV, with a header row of the keys. Lists are joined by "; ", and
 * cells that a spreadsheet would run as a formula get a quotation mark in front, also if it cuts them at a semicolon.
 * Of a claim's verdicts there is the count, and the date of the last: no note can be taken for a verdict. A withdrawal
 * is its day, the claims that took its place, and after a colon the reason: `2024-05-03, instead a b: Two claims. (kl)`.
 * @param keys the header, in order; also right where there are no rows
 */
export async function separated<R extends object>(
  rows: Iterable<R>,
  keys: readonly (keyof R & string)[],
  delimiter: ',' | '\t',
): Promise<Iterable<string>> {
  // Loaded for these formats only.
  const { stringify } = await import('csv-stringify/sync');
  const options = { delimiter, escape_formulas: true, record_delimiter: '\n', quoted_match: /;/ } as const;
  const written = (table: string[][]) => stringify(table, options);
  return (function* () {
    const columns = keys.flatMap((key) => (key === HISTORY ? [key, LAST] : [key]));
    yield written([columns]);
    let batch: string[][] = [];
    for (const row of rows) {
      batch.push(
        keys.flatMap((key) => (key === HISTORY ? counted(row[key]) : [defused(flat(told(key, row[key]), delimiter))])),
      );
      if (batch.length < BATCH) continue;
      yield written(batch);
      batch = [];
    }
    if (batch.length > 0) yield written(batch);
  })();
}

const HISTORY = 'verdicts';
const LAST = 'last_verdict';

/** How many verdicts there are, and the latest date of one. */
function counted(verdicts: unknown): string[] {
  const dates = (verdicts as readonly { readonly date: string }[]).map(({ date }) => date);
  return [String(dates.length), dates.sort().at(-1) ?? ''];
}

/** A value of several parts in words; others as they are. */
function told(key: string, value: unknown): unknown {
  if (key === 'sources') return (value as EventRow['sources']).map(sourceText);
  return key === 'withdrawn' && value !== null ? withdrawalText(value as NonNullable<ClaimRow['withdrawn']>) : value;
}

function withdrawalText({ date, reason, by, instead }: NonNullable<ClaimRow['withdrawn']>): string {
  const others = instead.length === 0 ? '' : `, instead ${instead.join(' ')}`;
  return `${date}${others}: ${reason}${by ? ` (${by})` : ''}`;
}

/** Where a spreadsheet cuts at semicolons, what follows one may be a formula. */
const defused = (cell: string): string => cell.replace(/(;\s*)(?=[=+\-@])/g, "$1'");

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
