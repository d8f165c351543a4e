import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { many } from '../options/option.ts';
import { isWithin, periodOptions } from '../options/period.ts';
import { text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { fullName } from '../query/names.ts';
import { EVENT_KEYS, eventRows } from '../query/rows.ts';
import { selectEvents } from '../query/select.ts';
import { ROW_FORMATS, rowsFound } from '../view/found.ts';
import { eventsPage } from '../view/pages/events.ts';

export const events = verb({
  operands: {},
  manual: [
    'Lists the events of the ledger in the order of the file, each with the claims of which any verdict, past or current, rests on it.',
    'A month or a year is its first day for --since, and its last for --until. An event whose day is not known counts as on the first day of its month or year.',
  ],
  examples: [
    { command: 'events --since 2021 --until 2021-06', what: 'the first half of 2021' },
    { command: 'events --text loan', what: 'events with a word in their title' },
    { command: 'events --format ids', what: 'the ids, to choose evidence from' },
  ],
  options: { text: many('part', text, "a part of the event's title"), ...periodOptions },
  formats: ROW_FORMATS,
  async run(context: Context, _operands, { text: parts, since, until }) {
    const ledgers = await lookUpLedgers(context, await findToLookUp(context));
    const filter = { text: parts, isWithin: isWithin(since, until) };
    const rows = selectEvents(eventRows(ledgers, context.vantage), filter);
    const isOnly = ledgers.length === 1;
    return {
      found: rowsFound({
        rows,
        keys: EVENT_KEYS,
        nameOf: ({ ledger, id }) => fullName(ledger, id, isOnly),
        page: (found, width) => eventsPage(found, width, isOnly),
        none: rows.length === 0 ? 'no events' : null,
      }),
    };
  },
});
