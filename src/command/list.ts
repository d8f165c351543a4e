import { type RowFormat, rowFormatOption } from '../flow/formats.ts';
import { printRows } from '../flow/print-rows.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { KINDS, type Kind, STATUSES, type Status } from '../model/shape.ts';
import { count, oneOf, parted, text } from '../options/values.ts';
import { resolveEvent } from '../query/names.ts';
import { claimRows } from '../query/rows.ts';
import { selectClaims } from '../query/select.ts';
import { SORT_KEYS, type SortKey, sortClaims } from '../query/sort.ts';
import { tally } from '../query/tally.ts';
import { claimsTable } from '../view/claims.ts';
import { tallyLine } from '../view/layout/tally-line.ts';

interface Options {
  readonly status?: readonly Status[][];
  readonly speaker?: readonly string[][];
  readonly kind?: readonly Kind[][];
  readonly tag?: readonly string[][];
  readonly evidence?: readonly string[][];
  readonly text?: readonly string[][];
  readonly overdue?: boolean;
  readonly sort?: SortKey;
  readonly reverse?: boolean;
  readonly limit?: number;
  readonly exitCode?: boolean;
  readonly format?: RowFormat;
}

const KEYS =
  'ledger file line id text speaker via kind said due tags anchors status since overdue evidence verdicts'.split(' ');

export const list = verb<Options>({
  name: 'list',
  operands: '',
  summary: 'show the claims and how they stand',
  manual: [
    'Lists the claims of the ledger, in the order of the file, each with its status today: that of its last verdict, or pending where it has none. An opinion has no status.',
    'Filters narrow the list. One filter with several values, repeated or parted by commas, keeps what fits any of them; different filters must all fit. --text and --speaker look for a part of the text or name, and set case and accents aside.',
    'In a terminal the table is wrapped to its width. Anywhere else it is one line a claim, without a heading, for grep and wc.',
  ],
  examples: [
    { command: 'list --status pending --overdue', what: 'what should have been settled by now' },
    { command: 'list --speaker peskov --kind promise', what: 'what one speaker promised' },
    { command: 'list --as-of 2020-12-31', what: 'how things stood at the end of 2020' },
    { command: 'list --evidence first-ferry', what: 'the claims with a verdict that rests on an event' },
    { command: 'list --tag energy --format ids', what: 'names for a script, one a line' },
    { command: 'list --overdue --exit-code', what: 'exit with 1 if anything is listed, for CI' },
  ],
  options: [
    { flags: '--status <status>', what: STATUSES.join(', '), repeats: true, parse: parted(oneOf(STATUSES)) },
    { flags: '--speaker <part>', what: "a part of a speaker's name", repeats: true, parse: parted(text) },
    { flags: '--kind <kind>', what: KINDS.join(', '), repeats: true, parse: parted(oneOf(KINDS)) },
    { flags: '--tag <tag>', what: 'a tag, whole', repeats: true, parse: parted(text) },
    {
      flags: '--evidence <event>',
      what: 'an event that any of its verdicts rests on',
      repeats: true,
      parse: parted(text),
    },
    { flags: '--text <part>', what: "a part of the claim's text", repeats: true, parse: parted(text) },
    { flags: '--overdue', what: 'pending after its due date' },
    { flags: '--sort <key>', what: `by ${SORT_KEYS.join(', ')}`, parse: oneOf(SORT_KEYS) },
    { flags: '--reverse', what: 'the other way round' },
    { flags: '--limit <n>', what: 'at most so many', parse: count },
    { flags: '--exit-code', what: 'exit with 1 if any claim is listed' },
    rowFormatOption,
  ],
  async run(context, _operands, options) {
    const ledgers = await lookUpLedgers(context, await findToLookUp(context));
    const evidence = (options.evidence ?? []).flat().map((name) => {
      const event = resolveEvent(name, ledgers);
      return { ledger: event.ledger.name, id: event.record.id };
    });
    const selected = selectClaims(claimRows(ledgers, context.vantage), {
      status: (options.status ?? []).flat(),
      kind: (options.kind ?? []).flat(),
      tag: (options.tag ?? []).flat(),
      speaker: (options.speaker ?? []).flat(),
      text: (options.text ?? []).flat(),
      evidence,
      overdue: options.overdue ?? false,
    });
    const sorted = sortClaims(selected, options.sort ?? null, options.reverse ?? false);
    const limited = upTo(options.limit ?? Number.POSITIVE_INFINITY, sorted);
    const isOnly = ledgers.length === 1;
    const format = options.format ?? 'table';
    let listed: number;
    if (format !== 'table') listed = await printRows(context, limited, KEYS, format, isOnly);
    else {
      const rows = [...limited];
      listed = rows.length;
      await context.print(await claimsTable(rows, context.width, context.colors, isOnly));
      if (context.width !== null && rows.length > 0) await context.print(`\n${tallyLine(tally(rows), context.colors)}`);
      if (rows.length === 0) await context.note('no claims');
    }
    return options.exitCode && listed > 0 ? 'no' : undefined;
  },
});

function* upTo<T>(most: number, items: Iterable<T>): Iterable<T> {
  let left = most;
  if (left === 0) return;
  for (const item of items) {
    yield item;
    if (--left === 0) return;
  }
}
