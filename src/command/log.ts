import { type Format, formatOption } from '../flow/formats.ts';
import { isWithin, type Period, periodOptions } from '../flow/period.ts';
import { findToLookUp, lookUpLedgers, needed } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { parted, text } from '../options/values.ts';
import { resolveClaim } from '../query/names.ts';
import { claimRows, eventRows } from '../query/rows.ts';
import { timeline } from '../query/timeline.ts';
import { jsonLines } from '../view/json.ts';
import { timelineTable } from '../view/timeline.ts';

interface Options extends Period {
  readonly claim?: readonly string[][];
  readonly format?: Format;
}

export const log = verb<Options>({
  name: 'log',
  operands: '',
  summary: 'show verdicts and events as one timeline, newest first',
  manual: [
    "Shows all verdicts and events by date, newest first. A day's verdicts stand above its events, for they rest on them.",
    'With --claim, only the verdicts of that claim, and the events that they rest on.',
  ],
  examples: [
    { command: 'log --since 2021', what: 'what happened and what was decided from 2021 on' },
    { command: 'log --claim harbour-reopens', what: 'the story of one claim' },
    { command: 'log --format json', what: 'for a program' },
  ],
  options: [
    ...periodOptions,
    { flags: '--claim <name>', what: 'only this claim', repeats: true, parse: parted(text) },
    formatOption,
  ],
  async run(context, _operands, options) {
    const names = (options.claim ?? []).flat();
    const found = await findToLookUp(context);
    const ledgers = await lookUpLedgers(context, needed(found, names));
    const chosen = new Set(
      names.map((name) => resolveClaim(name, ledgers)).map(({ ledger, record }) => key(ledger.name, record.id)),
    );
    const claims = [...claimRows(ledgers, context.vantage)].filter(
      (row) => names.length === 0 || chosen.has(key(row.ledger, row.id)),
    );
    const cited = new Set(
      claims.flatMap((row) => row.verdicts.flatMap(({ evidence }) => evidence.map((id) => key(row.ledger, id)))),
    );
    const events = [...eventRows(ledgers, context.vantage)].filter(
      (row) => names.length === 0 || cited.has(key(row.ledger, row.id)),
    );
    const within = isWithin(options);
    const entries = timeline(claims, events).filter(({ date }) => within(date));
    if (options.format === 'json') await context.print(jsonLines(entries));
    else {
      await context.print(await timelineTable(entries, context.width, context.colors, found.length === 1));
      if (entries.length === 0) await context.note('nothing to tell');
    }
    return undefined;
  },
});

const key = (ledger: string, id: string) => `${ledger}/${id}`;
