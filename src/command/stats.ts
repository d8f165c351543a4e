import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { one } from '../options/option.ts';
import { oneOf } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { allClaimRows } from '../query/rows.ts';
import { GROUPINGS, tally, tallyGroups } from '../query/tally.ts';
import { shown, TEXT_FORMATS } from '../view/found.ts';
import { statsPage } from '../view/pages/stats.ts';

export const stats = verb({
  operands: {},
  manual: [
    'Counts the claims that are confirmed, pending, refuted and overdue. Opinions count in the total only, so that confirmed, pending and refuted add up to the checkable ones. Withdrawn claims are counted apart, and in nothing else.',
    'With --group-by, the same for each speaker, kind, tag, month (in which it was said) or ledger. A claim counts under each of its speakers and tags, so that groups may add up to more than the total.',
  ],
  examples: [
    { command: 'stats', what: 'how the article fares' },
    { command: 'stats --group-by speaker', what: 'how each speaker fares' },
    { command: 'stats --as-of 2020-12-31 --format json', what: 'the figures of a day, for a program' },
  ],
  options: { groupBy: one('key', oneOf(GROUPINGS), GROUPINGS.join(', ')) },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, { groupBy }) {
    const each = allClaimRows(await lookUpLedgers(context, await findToLookUp(context)), context.vantage);
    // Groups are tallied on a second round.
    const rows = groupBy === null ? each : [...each];
    const all = tally(rows);
    const groups = groupBy === null ? [] : tallyGroups(rows, groupBy);
    return { found: shown({ ...all, groups }, (width) => statsPage(all, groups, groupBy, width)) };
  },
});
