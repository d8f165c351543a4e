import { separated } from './formats/csv.ts';
import { json, jsonLines, ndjson } from './formats/json.ts';
import type { Page } from './page.ts';

/** All formats, each with what the help says of it besides its name. */
export const FORMATS = {
  text: '',
  table: '',
  json: '',
  ndjson: '',
  csv: '',
  tsv: '',
  ids: 'one name a line',
  ics: 'a calendar',
  github: '',
  sarif: '',
  junit: '',
  markdown: '',
} as const;

export type Format = keyof typeof FORMATS;

/** What is printed: a page for people, laid out for the width of their terminal, or text for programs. */
export type Document =
  /** `notes` are said besides, on standard error, a line each. */
  | { readonly kind: 'page'; readonly page: (width: number | null) => Page; readonly notes: readonly string[] }
  | {
      readonly kind: 'data';
      readonly pieces: Iterable<string> | Promise<Iterable<string>>;
      readonly notes: readonly string[];
      /** What its lines end in where that is not LF. */
      readonly lineEnd?: '\r\n';
    };

/** What a verb found, in each of its formats; made once one is chosen. A format that is forgotten does not compile. */
export type Found<F extends Format> = { readonly [K in F]: () => Document };

export const page = (of: (width: number | null) => Page, ...notes: readonly (string | null)[]): Document => ({
  kind: 'page',
  page: of,
  notes: notes.filter((note) => note !== null),
});
export const data = (
  pieces: Iterable<string> | Promise<Iterable<string>>,
  ...notes: readonly (string | null)[]
): Document => ({ kind: 'data', pieces, notes: notes.filter((note) => note !== null) });

/** The formats of most verbs; the first is the default. */
export const TEXT_FORMATS = ['text', 'json'] as const;

/** What is one thing to programs, and a page to people. */
export function shown(value: unknown, pageOf: (width: number | null) => Page): Found<(typeof TEXT_FORMATS)[number]> {
  return { text: () => page(pageOf), json: () => data(json(value)) };
}

/** The same where it is a list that may be long: an item a line. @param none what to say besides where it is empty */
export function listed(
  items: readonly unknown[],
  pageOf: (width: number | null) => Page,
  none: string,
): Found<(typeof TEXT_FORMATS)[number]> {
  return { text: () => page(pageOf, items.length === 0 ? none : null), json: () => data(jsonLines(items)) };
}

/** The formats of verbs that list records; the first is the default. */
export const ROW_FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'ids'] as const;

/** Rows that are printed as they come. */
export interface Rows<R extends object> {
  readonly rows: Iterable<R>;
  /** The keys of a row, in the order of the JSON. */
  readonly keys: readonly (keyof R & string)[];
  readonly nameOf: (row: R) => string;
  readonly page: (rows: readonly R[], width: number | null) => Page;
  /** What to say besides where there are none; null where there are. */
  readonly none: string | null;
}

export function rowsFound<R extends object>({
  rows,
  keys,
  nameOf,
  page: pageOf,
  none,
}: Rows<R>): Found<(typeof ROW_FORMATS)[number]> {
  return {
    table: () => page((width) => pageOf([...rows], width), none),
    json: () => data(jsonLines(rows)),
    ndjson: () => data(ndjson(rows)),
    csv: () => data(separated(rows, keys, ',')),
    tsv: () => data(separated(rows, keys, '\t')),
    ids: () => data(names(rows, nameOf)),
  };
}

/** Names, one a line. */
export function* names<R>(rows: Iterable<R>, nameOf: (row: R) => string): Iterable<string> {
  for (const row of rows) yield `${nameOf(row).replace(/[\t\n\r]+/g, ' ')}\n`;
}
