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
import { claimsPage } from '../view/pages/claims.ts';

export const list = verb({
  operands: {},
  manual: [
    'Lists the claims of the ledger, in the order of the file, each with its status today: that of its last verdict, or pending where it has none. An opinion has no status.',
    'Filters narrow the list. One filter with several values, repeated or separated by commas, keeps what fits any of them; different filters must all fit. --text and --speaker look for a part of the text or name, taken whole, commas and all; case, accents, quotes and dashes are ignored.',
    'In a terminal the table is wrapped to its width. Anywhere else it is one line a claim, without a heading, for grep and wc.',
  ],
  examples: [
    { command: 'list --status pending --overdue', what: 'what should have been settled by now' },
    { command: 'list --status pending --due-by 2w', what: 'what is due within two weeks, or overdue' },
    { command: 'list --speaker peskov --kind promise', what: 'what one speaker promised' },
    { command: 'list --as-of 2020-12-31', what: 'the claims as of the end of 2020' },
    { command: 'list --evidence first-ferry', what: 'the claims with a verdict that rests on an event' },
    { command: 'list --tag energy --format ids', what: 'names for a script, one a line' },
    { command: 'list --overdue --exit-code', what: 'exit with 1 if anything is listed, for CI' },
  ],
  options: {
    ...claimFilterOptions,
    sort: one('key', oneOf(SORT_KEYS), `by ${SORT_KEYS.join(', ')}`),
    reverse: flag('the other way round'),
    limit: one('n', count, 'at most N claims'),
    exitCode: flag('exit with 1 if any claim is listed'),
  },
  formats: ROW_FORMATS,
  async run(context: Context, _operands, { sort, reverse, limit, exitCode, ...filters }) {
    const ledgers = await lookUpLedgers(context, await findToLookUp(context));
    const wanted = claimFilter(filters, ledgers);
    const select = () => selectClaims(allClaimRows(ledgers, context.vantage), wanted);
    const sorted = sortClaims(select(), sort, reverse);
    const { items: rows, isEmpty } = peeked(limit === null ? sorted : upTo(limit, sorted));
    const isOnly = ledgers.length === 1;
    return {
      found: rowsFound({
        rows,
        keys: CLAIM_KEYS,
        nameOf: ({ ledger, id }) => fullName(ledger, id, isOnly),
        page: (claims, width) => claimsPage(claims, width, isOnly, limit === null ? null : () => [...select()].length),
        none: isEmpty ? 'no claims' : null,
      }),
      isNo: exitCode && !isEmpty,
    };
  },
});
