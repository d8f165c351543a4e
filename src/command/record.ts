import { recordEvent } from '../change/record-event.ts';
import { changed, changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { newIdWords } from '../flow/new-id-words.ts';
import { dateOption } from '../options/dates.ts';
import { word } from '../options/operand.ts';
import { one } from '../options/option.ts';
import { sourceOptions, sourcesOf } from '../options/sources.ts';
import { id, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const record = verb({
  operands: { title: word(text) },
  manual: [
    'Records what happened, after the other events, and prints its id. It happened today unless --date says otherwise; where the day is not known, a month or a year will do.',
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
  options: {
    id: one('id', id, 'its id; made of the title otherwise'),
    date: dateOption('when it happened, if not today'),
    ...sourceOptions,
    ...writingOptions,
  },
  formats: TEXT_FORMATS,
  async run(context: Context, { title }, options) {
    const ledgers = await LedgersToWrite.find(context, options);
    const target = await ledgers.one();
    const request = {
      id: options.id,
      words: await newIdWords(title, options.id, target),
      title,
      date: options.date ?? context.today,
      sources: sourcesOf(options),
    };
    const made = await changeOne(context, target, options.dryRun, ({ ledger }) => {
      const { id: recorded, changes } = recordEvent(ledger, request);
      const isNew = changes.some(({ path }) => path.length === 1);
      const sources = request.sources.map(({ url }) => ({ key: 'sources', from: null, to: url ?? null }));
      const keys = isNew ? [{ key: 'title', from: null, to: title }] : changes.length > 0 ? sources : [];
      return { changes, outcome: { id: recorded, changed: changes.length > 0, changes: keys } };
    });
    return changed([made], {
      isDryRun: options.dryRun,
      data: { ledger: target.name, ...made.outcome },
      lines: [ledgers.nameOf(target, made.outcome.id)],
      notes: made.outcome.changed ? [] : ['It was recorded already: nothing changed.'],
    });
  },
});
