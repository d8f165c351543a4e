import { type Format, formatOption } from '../flow/formats.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { oneOf } from '../options/values.ts';
import { claimRows } from '../query/rows.ts';
import { GROUPINGS, type Grouping, tally, tallyGroups } from '../query/tally.ts';
import { json } from '../view/json.ts';
import { renderStats } from '../view/stats.ts';

interface Options {
  readonly groupBy?: Grouping;
  readonly format?: Format;
}

export const stats = verb<Options>({
  name: 'stats',
  operands: '',
  summary: 'count the claims by how they stand',
  manual: [
    'Counts the claims that are confirmed, pending, refuted and overdue. Opinions count in the total only, so that confirmed, pending and refuted add up to the checkable ones.',
    'With --group-by, the same for each speaker, kind, tag, month (in which it was said) or ledger. A claim counts under each of its speakers and tags, so that groups may add up to more than the total.',
  ],
  examples: [
    { command: 'stats', what: 'how the article fares' },
    { command: 'stats --group-by speaker', what: 'how each speaker fares' },
    { command: 'stats --as-of 2020-12-31 --format json', what: 'the figures of a day, for a program' },
  ],
  options: [{ flags: '--group-by <key>', what: GROUPINGS.join(', '), parse: oneOf(GROUPINGS) }, formatOption],
  async run(context, _operands, { groupBy, format }) {
    const each = claimRows(await lookUpLedgers(context, await findToLookUp(context)), context.vantage);
    // Groups are tallied on a second round.
    const rows = groupBy === undefined ? each : [...each];
    const all = tally(rows);
    const groups = groupBy === undefined ? [] : tallyGroups(rows, groupBy);
    if (format === 'json') await context.print(json({ ...all, groups }));
    else await context.print(await renderStats(all, groups, groupBy ?? null, context.width, context.colors));
    return undefined;
  },
});
