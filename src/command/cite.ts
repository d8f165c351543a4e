import { addSource } from '../change/record-event.ts';
import { refuseUnwritable, write } from '../flow/change-ledger.ts';
import { type Format, formatOption } from '../flow/formats.ts';
import { findLedgers, lookUpToWrite, needed } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { Refusal } from '../model/refusal.ts';
import { address, date, text } from '../options/values.ts';
import { fullName, resolveEvent } from '../query/names.ts';
import { json } from '../view/json.ts';

interface Options {
  readonly source?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly date?: string;
  readonly archived?: string;
  readonly format?: Format;
}

export const cite = verb<Options>({
  name: 'cite',
  operands: '<event>',
  summary: 'add a source to an event',
  manual: [
    'Adds a source to an event, behind the others. An address that the event cites already is not added twice.',
    'Archive what you cite: pages change, and --archived keeps the address of the copy beside the original.',
  ],
  examples: [
    {
      command:
        'cite first-ferry --source https://example.org/ferry --publisher "Port Authority" --title "Ferry traffic resumes"',
      what: 'a report with its headline',
    },
  ],
  options: [
    { flags: '--source <url>', what: 'its address (required)', parse: address },
    { flags: '--publisher <name>', what: 'who published it', parse: text },
    { flags: '--title <title>', what: 'its headline', parse: text },
    { flags: '--date <date>', what: 'when it was published', parse: date },
    { flags: '--archived <url>', what: 'the address of an archived copy', parse: address },
    formatOption,
  ],
  async run(context, [name], options) {
    if (options.source === undefined) {
      throw new Refusal('cite needs the address of the source', 'Write: factledger cite EVENT --source URL');
    }
    const found = await findLedgers(context);
    const ledgers = await lookUpToWrite(context, needed(found, [name as string]));
    const event = resolveEvent(name as string, ledgers);
    const target = found.find((one) => one.name === event.ledger.name);
    if (!target) throw new Error('the event is in no ledger');
    refuseUnwritable(context, [target]);
    const { publisher, title, archived } = options;
    const source = {
      ...(publisher !== undefined && { publisher }),
      ...(title !== undefined && { title }),
      url: options.source,
      ...(options.date !== undefined && { date: options.date }),
      ...(archived !== undefined && { archived }),
    };
    const changed = await write(context, target, (ledger) => {
      const changes = addSource(ledger, event.record.id, source);
      return { changes, outcome: changes.length > 0 };
    });
    const { id } = event.record;
    if (options.format === 'json') await context.print(json({ ledger: target.name, id, changed }));
    else await context.print(`${fullName(target.name, id, found.length === 1)}\n`);
    if (!changed) await context.note('It cites that address already: nothing changed.');
    return undefined;
  },
});
