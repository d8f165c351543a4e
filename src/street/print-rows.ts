import { fullName } from '../query/names.ts';
import { separated } from '../view/csv.ts';
import { jsonLines, ndjson } from '../view/json.ts';
import type { Context } from './context.ts';
import type { RowFormat } from './formats.ts';

/** Prints rows in a format for programs; `table` is the verb's own affair. */
export async function printRows(
  context: Context,
  rows: readonly { readonly ledger: string; readonly id: string }[],
  keys: readonly string[],
  format: Exclude<RowFormat, 'table'>,
  isOnlyLedger: boolean,
): Promise<void> {
  switch (format) {
    case 'json':
      return context.print(jsonLines(rows));
    case 'ndjson':
      return context.print(ndjson(rows));
    case 'csv':
      return context.print(await separated(rows, keys, ','));
    case 'tsv':
      return context.print(await separated(rows, keys, '\t'));
    case 'ids':
      return context.print(names(rows, isOnlyLedger));
  }
}

function* names(rows: readonly { readonly ledger: string; readonly id: string }[], isOnlyLedger: boolean) {
  for (const { ledger, id } of rows) yield `${fullName(ledger, id, isOnlyLedger)}\n`;
}
