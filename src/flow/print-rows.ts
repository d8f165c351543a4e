import { fullName } from '../query/names.ts';
import { separated } from '../view/csv.ts';
import { jsonLines, ndjson } from '../view/json.ts';
import type { Context } from './context.ts';
import type { RowFormat } from './formats.ts';

interface Row {
  readonly ledger: string;
  readonly id: string;
}

/**
 * Prints rows in a format for programs, each as it comes; `table` is the verb's own affair.
 * @returns how many there were, as far as somebody read them
 */
export async function printRows(
  context: Context,
  rows: Iterable<Row>,
  keys: readonly string[],
  format: Exclude<RowFormat, 'table'>,
  isOnlyLedger: boolean,
): Promise<number> {
  let count = 0;
  function* counted(): Iterable<Row> {
    for (const row of rows) {
      count++;
      yield row;
    }
  }
  switch (format) {
    case 'json':
      await context.print(jsonLines(counted()));
      break;
    case 'ndjson':
      await context.print(ndjson(counted()));
      break;
    case 'csv':
      await context.print(await separated(counted(), keys, ','));
      break;
    case 'tsv':
      await context.print(await separated(counted(), keys, '\t'));
      break;
    case 'ids':
      await context.print(names(counted(), isOnlyLedger));
      break;
  }
  return count;
}

function* names(rows: Iterable<Row>, isOnlyLedger: boolean): Iterable<string> {
  for (const { ledger, id } of rows) yield `${fullName(ledger, id, isOnlyLedger)}\n`;
}
