import { type Correction, NOTHING } from '../change/correction.ts';
import { moveSource } from '../change/move-source.ts';
import { addSource } from '../change/record-event.ts';
import { changed, changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import type { Ledger } from '../model/ledger.ts';
import type { WrittenSource } from '../model/shape.ts';
import { dateOption } from '../options/dates.ts';
import { word } from '../options/operand.ts';
import { one, required } from '../options/option.ts';
import { address, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveEvent } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';

/** What adds a source, fills in what it lacks, or moves it. */
function citing(ledger: Ledger, event: string, source: WrittenSource, movedFrom: string | null): Correction {
  const to = source.url ?? '';
  const moved = movedFrom === null ? NOTHING : moveSource(ledger, event, movedFrom, to);
  // What else is given is held against the source under its old address.
  const changes = addSource(ledger, event, moved === NOTHING ? source : { ...source, url: movedFrom ?? to });
  if (changes.length === 0) return moved;
  const keys = moved.keys.length > 0 ? moved.keys : [{ key: 'sources', from: null, to }];
  return { changes: [...moved.changes, ...changes], keys };
}

export const cite = verb({
  operands: { event: word(String) },
  manual: [
    'Adds a source to an event, after those it has. An address that the event cites already is not added twice: what that source lacks is filled in.',
    'With --moved-from OLD, the source that has the old address gets the new one, and keeps the old one under formerly.',
    'Archive what you cite: pages change, and --archived keeps the address of the copy beside the original.',
  ],
  examples: [
    {
      command:
        'cite first-ferry --source https://example.org/ferry --publisher "Port Authority" --title "Ferry traffic resumes"',
      what: 'a report with its headline',
    },
    {
      command: 'cite first-ferry --source https://example.org/new --moved-from https://example.org/ferry',
      what: 'a page that has moved',
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
    movedFrom: one('url', address, 'the address that it had before it moved there'),
    ...writingOptions,
  },
  formats: TEXT_FORMATS,
  async run(context: Context, operands, options) {
    const ledgers = await LedgersToWrite.find(context, options);
    const event = resolveEvent(operands.event, await ledgers.among([operands.event]));
    const target = await ledgers.inFull(event.ledger);
    const { id } = event.record;
    const { publisher, title, source: url, date: published, archived, note, movedFrom } = options;
    const source = {
      ...(publisher !== null && { publisher }),
      ...(title !== null && { title }),
      url,
      ...(published !== null && { date: published }),
      ...(archived !== null && { archived }),
      ...(note !== null && { note }),
    };
    const made = await changeOne(context, target, options.dryRun, ({ ledger }) => {
      const outcome = citing(ledger, id, source, movedFrom);
      return { changes: outcome.changes, outcome };
    });
    const { keys, changes } = made.outcome;
    const isNew = changes.length > 0;
    const name = ledgers.nameOf(target, id);
    return changed([made], {
      isDryRun: options.dryRun,
      data: { ledger: target.name, id, changed: isNew, changes: keys },
      lines: movedFrom === null || !isNew ? [name] : [`${name}: url ${movedFrom} → ${url}`],
      notes: isNew ? [] : ['It cites that source already: nothing changed.'],
    });
  },
});
