import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { claimFilter, claimFilterOptions } from '../options/claim-filters.ts';
import { flag, one } from '../options/option.ts';
import { count, oneOf } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { fullName } from '../query/names.ts';
import { allClaimRows, CLAIM_KEYS } from '../query/rows.ts';
import { selectClaims } from '../query/select.ts';
import { SORT_KEYS, sortClaims } from '../query/sort.ts';
import { peeked, upTo } from '../query/take.ts';
import { ROW_FORMATS, rowsFound } from '../view/found.ts';
import { claimBarsPage } from '../view/pages/claim-bars.ts';
import { claimsPage } from '../view/pages/claims.ts';

export const list = verb({
  operands: {},
  manual: [
    'Lists the claims of the ledger, in the order of the file, each with its status today: that of its last verdict, or pending where it has none. An opinion has no status.',
    'Filters narrow the list. One filter with several values, repeated or separated by commas, keeps what fits any of them; different filters must all fit. --text and --speaker look for a part of the text or name, taken whole, commas and all; case, accents, quotes and dashes are ignored.',
    'In a terminal the table is wrapped to its width. Anywhere else it is one line a claim, without a heading, for grep and wc.',
    'With --timeline, a bar for each claim in place of the table, all on one axis, from the first day on which one of them was said until today: full where it was confirmed, thin where it was pending, a hairline where it had no verdict, slit in two where it was refuted, blank before it was said and after it was withdrawn. Each column shows the end of its days, so that what lasted less may not be seen; show has all days. Without colours, or where the locale is not UTF-8, the bars are letters: c, p, · and r, and o for an opinion. Where there is no terminal they are drawn as for one of 80 columns, and the texts are not cut. Other formats than the table stay as they are.',
  ],
  examples: [
    { command: 'list --status pending --overdue', what: 'what should have been settled by now' },
    { command: 'list --status pending --due-by 2w', what: 'what is due within two weeks, or overdue' },
    { command: 'list --speaker peskov --kind promise', what: 'what one speaker promised' },
    { command: 'list --as-of 2020-12-31', what: 'the claims as of the end of 2020' },
    { command: 'list --evidence first-ferry', what: 'the claims with a verdict that rests on an event' },
    { command: 'list --tag energy --format ids', what: 'names for a script, one a line' },
    { command: 'list --timeline --sort since', what: 'how each claim fared, from when to when' },
    { command: 'list --overdue --exit-code', what: 'exit with 1 if anything is listed, for CI' },
  ],
  options: {
    ...claimFilterOptions,
    sort: one('key', oneOf(SORT_KEYS), `by ${SORT_KEYS.join(', ')}`),
    reverse: flag('the other way round'),
    limit: one('n', count, 'at most N claims'),
    timeline: flag('a bar over time for each claim, in place of the table'),
    exitCode: flag('exit with 1 if any claim is listed'),
  },
  formats: ROW_FORMATS,
  async run(context: Context, _operands, { sort, reverse, limit, timeline, exitCode, ...filters }) {
    const ledgers = await lookUpLedgers(context, await findToLookUp(context));
    const wanted = claimFilter(filters, ledgers);
    const select = () => selectClaims(allClaimRows(ledgers, context.vantage), wanted);
    const sorted = sortClaims(select(), sort, reverse);
    const { items: rows, isEmpty } = peeked(limit === null ? sorted : upTo(limit, sorted));
    const isOnly = ledgers.length === 1;
    const countAll = limit === null ? null : () => [...select()].length;
    const { day } = context.vantage;
    return {
      found: rowsFound({
        rows,
        keys: CLAIM_KEYS,
        nameOf: ({ ledger, id }) => fullName(ledger, id, isOnly),
        page: (claims, width) =>
          timeline ? claimBarsPage(claims, day, width, isOnly, countAll) : claimsPage(claims, width, isOnly, countAll),
        none: isEmpty ? 'no claims' : null,
      }),
      isNo: exitCode && !isEmpty,
    };
  },
});
