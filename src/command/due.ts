import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { claimFilter, claimFilterOptions } from '../options/claim-filters.ts';
import { comingDateOption } from '../options/dates.ts';
import { verb } from '../options/verb.ts';
import { agenda } from '../query/agenda.ts';
import { fullName } from '../query/names.ts';
import { allClaimRows } from '../query/rows.ts';
import { selectClaims } from '../query/select.ts';
import { agendaIcs } from '../view/formats/agenda-ics.ts';
import { jsonLines } from '../view/formats/json.ts';
import { data, names, page } from '../view/found.ts';
import { agendaPage } from '../view/pages/agenda.ts';

export const due = verb({
  operands: {},
  manual: [
    'Shows the pending claims that have a due date: those that are overdue, then the others by day, with how far off that is. A month or a year is due on its last day. This week is today and the seven days after it.',
    'Filters narrow it, as those of list do.',
    'With --format ics it prints a calendar (RFC 5545) to subscribe to or to import: each claim is an event of the whole day on which it is due. A claim keeps its UID when its text or its date is corrected and when it is renamed, so that a calendar moves its event and adds no second one. The note of a claim is not in it. As a ledger holds no times, each event counts as written at the beginning of the day that is looked from (DTSTAMP).',
  ],
  examples: [
    { command: 'due', what: 'what is overdue, due this week, and later' },
    { command: 'due --within 2w', what: 'what is overdue, or due within two weeks' },
    { command: 'due --speaker peskov --overdue', what: 'what one speaker should have kept by now' },
    { command: 'due --format ics > due.ics', what: 'a calendar of what is due' },
    { command: 'due --as-of 2021-12-01 --format json', what: 'the agenda of a day, for a program' },
  ],
  options: { within: comingDateOption('due on or before this date, or overdue'), ...claimFilterOptions },
  formats: ['table', 'json', 'ids', 'ics'],
  async run(context: Context, _operands, { within, ...typed }) {
    const ledgers = await lookUpLedgers(context, await findToLookUp(context));
    const { vantage } = context;
    const selected = selectClaims(allClaimRows(ledgers, vantage), claimFilter(typed, ledgers));
    const rows = agenda(selected, vantage.day, within);
    const isOnly = ledgers.length === 1;
    const articles = new Map(ledgers.map(({ name, article }) => [name, article]));
    const entries = rows.flatMap((row) => {
      const article = articles.get(row.ledger);
      return article ? [{ row, article }] : [];
    });
    const none = rows.length === 0 ? 'nothing is due' : null;
    return {
      found: {
        table: () => page((width) => agendaPage(rows, width, isOnly), none),
        json: () => data(jsonLines(rows)),
        ids: () => data(names(rows, ({ ledger, id }) => fullName(ledger, id, isOnly))),
        ics: () => ({ ...data(agendaIcs(entries, vantage.day)), lineEnd: '\r\n' as const }),
      },
    };
  },
});
