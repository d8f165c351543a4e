import { oneOf } from '../options/values.ts';
import type { VerbOption } from './verb.ts';

/** How `list` and `events` can show their rows. */
export type RowFormat = 'table' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'ids';

export const rowFormatOption: VerbOption = {
  flags: '--format <format>',
  what: 'table (the default), json, ndjson, csv, tsv, or ids: one name a line',
  parse: oneOf<RowFormat>(['table', 'json', 'ndjson', 'csv', 'tsv', 'ids']),
};

/** How other verbs can show their result. */
export type Format = 'text' | 'json';

export const formatOption: VerbOption = {
  flags: '--format <format>',
  what: 'text (the default) or json',
  parse: oneOf<Format>(['text', 'json']),
};
