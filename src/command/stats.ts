import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { flag, one } from '../options/option.ts';
import { oneOf } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { overTime } from '../query/over-time.ts';
import { allClaimRows } from '../query/rows.ts';
import { GROUPINGS, groupClaims, tally, tallyGroup } from '../query/tally.ts';
import { shown, TEXT_FORMATS } from '../view/found.ts';
import { overTimePage } from '../view/pages/over-time.ts';
import { statsPage } from '../view/pages/stats.ts';

export const stats = verb({
  operands: {},
  manual: [
    'Counts the claims that are confirmed, pending, refuted and overdue. Opinions count in the total only, so that confirmed, pending and refuted add up to the checkable ones. Withdrawn claims are counted apart, and in nothing else.',
    'With --group-by, the same for each speaker, kind, tag, month (in which it was said) or ledger. A claim counts under each of its speakers and tags, so that groups may add up to more than the total.',
    'With --over-time, how many were confirmed, pending and refuted from the first day on which anything is known to have changed until today: a row each, between its first figure and its last. Each column shows the end of its days, and all rows of a picture are on one scale, of which it says what the full height is. It is drawn for the width of the terminal, or 80 columns where there is none. Without colours, or where the locale is not UTF-8, the heights are digits: the numbers themselves where none is larger than 9. For a program there is over_time: the counts of each day on which a claim was said, changed its status or was withdrawn, as --as-of that day says.',
  ],
  examples: [
    { command: 'stats', what: 'how the article fares' },
    { command: 'stats --group-by speaker', what: 'how each speaker fares' },
    { command: 'stats --over-time', what: 'how that came about' },
    { command: 'stats --as-of 2020-12-31 --format json', what: 'the figures of a day, for a program' },
  ],
  options: {
    groupBy: one('key', oneOf(GROUPINGS), GROUPINGS.join(', ')),
    overTime: flag('with the counts over time'),
  },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, { groupBy, overTime: isOverTime }) {
    const { vantage } = context;
    const each = allClaimRows(await lookUpLedgers(context, await findToLookUp(context)), vantage);
    // Groups and days are counted on a second round.
    const rows = groupBy === null && !isOverTime ? each : [...each];
    const all = tally(rows);
    const groups = groupBy === null ? [] : groupClaims(rows, groupBy);
    const tallies = groups.map(tallyGroup);
    if (!isOverTime) {
      return { found: shown({ ...all, groups: tallies }, (width) => statsPage(all, tallies, groupBy, width)) };
    }
    const days = overTime(rows, vantage.day);
    const courses = groups.map(({ key, members }) => ({ key, days: overTime(members, vantage.day) }));
    const forPrograms = {
      ...all,
      over_time: days,
      groups: tallies.map((tallied, at) => ({ ...tallied, over_time: courses[at]?.days ?? [] })),
    };
    return { found: shown(forPrograms, (width) => overTimePage(all, days, courses, vantage.day, width)) };
  },
});
