import { recordEvent } from '../change/record-event.ts';
import { ledgerFor, readAndWrite, refuseUnwritable } from '../flow/change-ledger.ts';
import { type Format, formatOption } from '../flow/formats.ts';
import { findLedgers } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { sourcesOf } from '../options/sources.ts';
import { address, date, id, text } from '../options/values.ts';
import { fullName } from '../query/names.ts';
import { json } from '../view/json.ts';

interface Options {
  readonly id?: string;
  readonly date?: string;
  readonly source?: readonly string[];
  readonly publisher?: string;
  readonly ledger?: string;
  readonly format?: Format;
}

export const record = verb<Options>({
  name: 'record',
  operands: '<title>',
  summary: 'record an event',
  manual: [
    'Records what happened, behind the other events, and prints its id. It happened today unless --date says otherwise; where the day is not known, a month or a year will do.',
    'An event with the same title and date is not recorded twice: its id is printed, and sources that it lacks are added to it.',
    'To record an event and mark claims by it in one step, see mark --event.',
  ],
  examples: [
    {
      command:
        'record "The first ferry docks at the reopened harbour." --date 2024-03-30 --source https://example.org/ferry --publisher "Port Authority"',
      what: 'an event with its source',
    },
    { command: 'record "Trade figures for 2020 appear." --date 2021-02', what: 'where the day is not known' },
  ],
  options: [
    { flags: '--id <id>', what: 'its id; made of the title otherwise', parse: id },
    { flags: '--date <date>', what: 'when it happened; today otherwise', parse: date },
    { flags: '--source <url>', what: 'the address of a report', repeats: true, parse: address },
    { flags: '--publisher <name>', what: 'who published it', parse: text },
    { flags: '--ledger <name>', what: 'which ledger, where there are several', parse: text },
    formatOption,
  ],
  async run(context, [typed], options) {
    const found = await findLedgers(context);
    const target = ledgerFor(found, options.ledger);
    refuseUnwritable(context, [target]);
    const title = text(typed as string);
    const request = {
      id: options.id ?? null,
      slug: (await import('../change/slug.ts')).slugOf(title),
      title,
      date: options.date ?? context.today,
      sources: sourcesOf(options.source ?? [], options.publisher),
    };
    const recorded = await readAndWrite(context, target, (ledger) => {
      const { id: eventId, changes } = recordEvent(ledger, request);
      return { changes, outcome: { id: eventId, changed: changes.length > 0 } };
    });
    if (options.format === 'json') await context.print(json({ ledger: target.name, ...recorded }));
    else await context.print(`${fullName(target.name, recorded.id, found.length === 1)}\n`);
    if (!recorded.changed) await context.note('It was recorded already: nothing changed.');
    return undefined;
  },
});
