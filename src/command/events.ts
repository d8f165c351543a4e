import { type RowFormat, rowFormatOption } from '../flow/formats.ts';
import { isWithin, type Period, periodOptions } from '../flow/period.ts';
import { printRows } from '../flow/print-rows.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { parted, text } from '../options/values.ts';
import { eventRows } from '../query/rows.ts';
import { selectEvents } from '../query/select.ts';
import { eventsTable } from '../view/events.ts';

interface Options extends Period {
  readonly text?: readonly string[][];
  readonly format?: RowFormat;
}

const KEYS = 'ledger file line id date title sources claims'.split(' ');

export const events = verb<Options>({
  name: 'events',
  operands: '',
  summary: 'show the events and the claims that rest on them',
  manual: [
    'Lists the events of the ledger in the order of the file, each with the claims of which any verdict, past or in force, rests on it.',
    '--since and --until take a day, a month or a year. An event whose day is not known counts as on the first day of its month or year.',
  ],
  examples: [
    { command: 'events --since 2021 --until 2021-06', what: 'the first half of 2021' },
    { command: 'events --text loan', what: 'events with a word in their title' },
    { command: 'events --format ids', what: 'the ids, to choose evidence from' },
  ],
  options: [
    { flags: '--text <part>', what: "a part of the event's title", repeats: true, parse: parted(text) },
    ...periodOptions,
    rowFormatOption,
  ],
  async run(context, _operands, options) {
    const ledgers = await lookUpLedgers(context, await findToLookUp(context));
    const filter = { text: (options.text ?? []).flat(), isWithin: isWithin(options) };
    const rows = selectEvents(eventRows(ledgers, context.vantage), filter);
    const isOnly = ledgers.length === 1;
    const format = options.format ?? 'table';
    if (format !== 'table') await printRows(context, rows, KEYS, format, isOnly);
    else {
      await context.print(await eventsTable(rows, context.width, context.colors, isOnly));
      if (rows.length === 0) await context.note('no events');
    }
    return undefined;
  },
});
