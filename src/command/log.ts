import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers, needed } from '../flow/read-ledgers.ts';
import { manyParted } from '../options/option.ts';
import { isWithin, periodOptions } from '../options/period.ts';
import { text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { resolveClaim } from '../query/names.ts';
import { allClaimRows, eventRows } from '../query/rows.ts';
import { timeline } from '../query/timeline.ts';
import { listed, TEXT_FORMATS } from '../view/found.ts';
import { timelinePage } from '../view/pages/timeline.ts';

export const log = verb({
  operands: {},
  manual: [
    "Shows all verdicts, events and withdrawals by date, newest first. A day's withdrawals stand above its verdicts, and these above its events, for they rest on them.",
    'With --claim, only the verdicts and withdrawals of that claim, and the events that they rest on.',
  ],
  examples: [
    { command: 'log --since 2021', what: 'what happened and what was decided from 2021 on' },
    { command: 'log --claim harbour-reopens', what: 'the story of one claim' },
    { command: 'log --format json', what: 'for a program' },
  ],
  options: { ...periodOptions, claim: manyParted('name', text, 'only this claim') },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, { claim: names, since, until }) {
    const found = await findToLookUp(context);
    const ledgers = await lookUpLedgers(context, needed(found, names));
    const chosen = new Set(
      names.map((name) => resolveClaim(name, ledgers)).map(({ ledger, record }) => key(ledger.name, record.id)),
    );
    const claims = [...allClaimRows(ledgers, context.vantage)].filter(
      (row) => names.length === 0 || chosen.has(key(row.ledger, row.id)),
    );
    const cited = new Set(
      claims.flatMap((row) => row.verdicts.flatMap(({ evidence }) => evidence.map((id) => key(row.ledger, id)))),
    );
    const events = [...eventRows(ledgers, context.vantage)].filter(
      (row) => names.length === 0 || cited.has(key(row.ledger, row.id)),
    );
    const within = isWithin(since, until);
    const entries = timeline(claims, events).filter(({ date }) => within(date));
    return {
      found: listed(entries, (width) => timelinePage(entries, width, found.length === 1), 'nothing to tell'),
    };
  },
});

const key = (ledger: string, id: string) => `${ledger}/${id}`;
