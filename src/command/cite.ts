import { addSource } from '../change/record-event.ts';
import { changed, changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { dateOption } from '../options/dates.ts';
import { word } from '../options/operand.ts';
import { one, required } from '../options/option.ts';
import { address, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveEvent } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const cite = verb({
  operands: { event: word(String) },
  manual: [
    'Adds a source to an event, after those it has. An address that the event cites already is not added twice: what that source lacks is filled in.',
    'Archive what you cite: pages change, and --archived keeps the address of the copy beside the original.',
  ],
  examples: [
    {
      command:
        'cite first-ferry --source https://example.org/ferry --publisher "Port Authority" --title "Ferry traffic resumes"',
      what: 'a report with its headline',
    },
  ],
  options: {
    source: required(
      'url',
      address,
      'its address',
      'cite needs the address of the source',
      'Write: factledger cite EVENT --source URL',
    ),
    publisher: one('name', text, 'who published it'),
    title: one('title', text, 'its headline'),
    date: dateOption('when it was published'),
    archived: one('url', address, 'the address of an archived copy'),
    note: one('text', text, 'what is worth knowing of it'),
    ...writingOptions,
  },
  formats: TEXT_FORMATS,
  async run(context: Context, operands, options) {
    const ledgers = await LedgersToWrite.find(context, options);
    const event = resolveEvent(operands.event, await ledgers.among([operands.event]));
    const target = await ledgers.inFull(event.ledger);
    const { id } = event.record;
    const { publisher, title, source: url, date: published, archived, note } = options;
    const source = {
      ...(publisher !== null && { publisher }),
      ...(title !== null && { title }),
      url,
      ...(published !== null && { date: published }),
      ...(archived !== null && { archived }),
      ...(note !== null && { note }),
    };
    const made = await changeOne(context, target, options.dryRun, ({ ledger }) => {
      const changes = addSource(ledger, id, source);
      return { changes, outcome: changes.length > 0 };
    });
    return changed([made], {
      isDryRun: options.dryRun,
      data: { ledger: target.name, id, changed: made.outcome },
      lines: [ledgers.nameOf(target, id)],
      notes: made.outcome ? [] : ['It cites that source already: nothing changed.'],
    });
  },
});
