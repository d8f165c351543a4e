import type { ArticleView } from '../../model/ledger.ts';
import { fullName } from '../../query/names.ts';
import type { ClaimRow, EventRow } from '../../query/rows.ts';
import type { Tally } from '../../query/tally.ts';
import { historyBar } from '../bars/history-bar.ts';
import { hang, line, type Page, type Piece, prose, statusStyle, styled } from '../page.ts';
import { sourceTitle } from '../source-text.ts';
import { tallyLine } from '../tally-line.ts';

/** A claim with the events that its verdicts rest on, an event with its claims, or a ledger, for `show`. */
export type Shown =
  | { readonly type: 'claim'; readonly claim: ClaimRow; readonly events: readonly EventRow[] }
  | { readonly type: 'event'; readonly event: EventRow; readonly claims: readonly ClaimRow[] }
  | {
      readonly type: 'ledger';
      readonly ledger: string;
      readonly file: string;
      readonly article: ArticleView;
      readonly counts: Tally;
    };

/**
 * Records in full, for people.
 * @param until the day up to which histories are drawn
 * @param width the terminal's columns; null where there is none, and nothing is drawn
 */
export function* recordsPage(
  records: readonly Shown[],
  isOnlyLedger: boolean,
  until: string,
  width: number | null,
): Page {
  for (const [index, record] of records.entries()) {
    if (index > 0) yield line();
    if (record.type === 'claim') yield* claimBlocks(record, isOnlyLedger, historyBar(record.claim, until, width));
    else if (record.type === 'event') yield* eventBlocks(record.event, record.claims, isOnlyLedger);
    else yield* ledgerBlocks(record);
  }
}

/** A line with what it tells of, or null where that is told elsewhere on the page. */
type Facts<R> = { readonly [K in keyof R]: ((row: R) => readonly [what: string, text: string]) | null };

/** What becomes of each part of a claim: a new one does not compile before it has a place here. */
const CLAIM_FACTS: Facts<ClaimRow> = {
  ledger: null,
  id: null,
  text: null,
  speaker: ({ speaker, via }) => ['Speaker', speaker.join(', ') + (via === null ? '' : ` (via ${via})`)],
  via: null,
  kind: ({ kind }) => ['Kind', kind],
  said: ({ said }) => ['Said', said ?? ''],
  due: ({ due }) => ['Due', due ?? ''],
  tags: ({ tags }) => ['Tags', tags.join(', ')],
  note: ({ note }) => ['Note', note ?? ''],
  sources: null,
  anchors: ({ anchors }) => ['Article', anchors.map(describeAnchor).filter(Boolean).join('; ')],
  formerly: ({ formerly }) => ['Formerly', formerly.join(', ')],
  added: ({ added }) => ['Added', added ?? ''],
  file: ({ file, line: at }) => ['File', `${file}:${at}`],
  line: null,
  withdrawn: null,
  status: null,
  since: null,
  overdue: null,
  evidence: null,
  label: null,
  verdicts: null,
};

const EVENT_FACTS: Facts<EventRow> = {
  ledger: null,
  id: null,
  date: null,
  title: null,
  sources: null,
  formerly: ({ formerly }) => ['Formerly', formerly.join(', ')],
  claims: null,
  file: ({ file, line: at }) => ['File', `${file}:${at}`],
  line: null,
};

function* factBlocks<R>(row: R, facts: Facts<R>): Page {
  for (const key in facts) {
    const [what = '', text = ''] = facts[key]?.(row) ?? [];
    if (text !== '') yield hang(2, styled(what.padEnd(9), 'quiet'), text);
  }
}

function* claimBlocks(
  { claim, events }: Extract<Shown, { type: 'claim' }>,
  isOnlyLedger: boolean,
  picture: Page,
): Page {
  const name = fullName(claim.ledger, claim.id, isOnlyLedger);
  const since = claim.since === null ? '' : ` since ${claim.since}`;
  const status = styled(`${claim.status ?? 'opinion'}${since}`, statusStyle(claim.status));
  const standing = claim.withdrawn === null ? status : styled(`withdrawn on ${claim.withdrawn.date}`, 'alarm');
  const overdue = claim.overdue ? [', ', styled(`overdue: due ${claim.due}`, 'alarm')] : [];
  yield prose(0, styled(name, 'name'), '  ', standing, ...overdue);
  yield hang(2, '', claim.text);
  yield line();
  if (claim.withdrawn !== null) yield* withdrawalBlocks(claim.withdrawn, status);
  yield* factBlocks(claim, CLAIM_FACTS);
  if (claim.sources.length > 0) {
    yield* heading('Also said in');
    yield* sourceBlocks(claim, 4);
  }
  yield* heading('History');
  yield* picture;
  if (claim.verdicts.length === 0) {
    yield line(`    ${noVerdict(claim)}`);
  }
  for (const { date, status: given, note, evidence, by, label, withdrawn } of claim.verdicts) {
    const lead = [`${date}  `, styled(given.padEnd(9), withdrawn === null ? given : 'quiet'), '  '];
    const margin = 4 + '2024-01-01  confirmed  '.length;
    yield hang(4, lead, note || '(no note)');
    const basis = [label && `“${label}”`, evidence.join(', '), by && `by ${by}`].filter(Boolean);
    if (basis.length > 0) yield hang(margin, '', basis.join(' · '), 'quiet');
    if (withdrawn === null) continue;
    const who = withdrawn.by ? ` (${withdrawn.by})` : '';
    yield hang(margin, '', `withdrawn on ${withdrawn.date}: ${withdrawn.reason}${who}`, 'alarm');
  }
  if (events.length === 0) return;
  yield* heading('Evidence');
  for (const event of events) {
    yield hang(4, `${event.date.padEnd(10)}  `, event.title);
    yield hang(16, '', event.id, 'quiet');
    yield* sourceBlocks(event, 16);
  }
}

function noVerdict({ status, withdrawn }: ClaimRow): string {
  if (status === null) return 'an opinion has no status';
  return withdrawn === null ? 'no verdict yet: pending' : 'no verdict';
}

function* withdrawalBlocks({ reason, by, instead }: NonNullable<ClaimRow['withdrawn']>, status: Piece): Page {
  yield hang(2, styled('Reason   ', 'quiet'), `${reason}${by ? ` (${by})` : ''}`);
  if (instead.length > 0) yield hang(2, styled('Instead  ', 'quiet'), instead.join(', '));
  yield line('  ', styled('Was      ', 'quiet'), status);
}

function* eventBlocks(event: EventRow, claims: readonly ClaimRow[], isOnlyLedger: boolean): Page {
  yield line(styled(fullName(event.ledger, event.id, isOnlyLedger), 'name'), `  event of ${event.date}`);
  yield hang(2, '', event.title);
  yield line();
  yield* factBlocks(event, EVENT_FACTS);
  yield* heading('Sources');
  if (event.sources.length === 0) yield line('    none');
  yield* sourceBlocks(event, 4);
  yield* heading('Claims that rest on it');
  if (claims.length === 0) yield line('    none');
  for (const { id, text, status, withdrawn, verdicts } of claims) {
    const lead = styled(`${(status ?? 'opinion').padEnd(9)}  `, withdrawn === null ? statusStyle(status) : 'quiet');
    yield hang(4, lead, `${id}: ${text}`);
    const resting = verdicts.filter(({ evidence }) => evidence.includes(event.id));
    const [last] = resting.flatMap((verdict) => verdict.withdrawn ?? []).slice(-1);
    const isNoMore = resting.every((verdict) => verdict.withdrawn !== null);
    if (withdrawn !== null) yield hang(15, '', `withdrawn on ${withdrawn.date}`, 'alarm');
    else if (isNoMore && last)
      yield hang(15, '', `the verdict that rests on it was withdrawn on ${last.date}`, 'alarm');
  }
}

function* ledgerBlocks({ ledger, file, article, counts }: Extract<Shown, { type: 'ledger' }>): Page {
  yield line(styled(ledger, 'name'), '  ledger');
  yield hang(2, '', article.title);
  yield line();
  const facts: readonly (readonly [string, string | null])[] = [
    ['Author', (article.author ?? []).join(', ')],
    ['Publisher', article.publisher],
    ['Published', article.published],
    ['Address', article.url],
    ['Language', article.language],
    ['Text', article.text],
    ['File', file],
  ];
  for (const [what, text] of facts) {
    const lead = styled(`${what.padEnd(9)} `, 'quiet');
    // As those of sources.
    if (text) yield what === 'Address' ? line('  ', lead, text) : hang(2, lead, text);
  }
  yield* heading('Claims');
  yield tallyLine(counts, 4);
}

const heading = (text: string): Page => [line(), line('  ', styled(text, 'heading'))];

function* sourceBlocks({ sources }: Pick<EventRow, 'sources'>, margin: number): Page {
  for (const source of sources) {
    const { url, file, archived, formerly } = source;
    yield hang(margin, '- ', sourceTitle(source) || '(no publisher)');
    for (const address of [url, file, archived]) {
      // An address stays whole, so that a terminal can open it.
      if (address) yield line(' '.repeat(margin + 2), styled(address, 'quiet'));
    }
    for (const address of formerly) yield line(' '.repeat(margin + 2), styled(`formerly ${address}`, 'quiet'));
  }
}

function describeAnchor(anchor: ClaimRow['anchors'][number]): string {
  const place = [
    anchor.paragraph === null ? '' : `paragraph ${anchor.paragraph}`,
    anchor.sentence === null ? '' : `sentence ${anchor.sentence}`,
  ].filter(Boolean);
  const quote = anchor.quote === null ? '' : `“${anchor.quote}”`;
  const count = anchor.digests.length;
  // Digests tell people nothing where there is anything else.
  const digest = place.length === 0 && quote === '' ? (anchor.digest ?? anchor.digests[0]) : '';
  const more = count > 1 ? (anchor.sentence === null ? `(${count} sentences)` : `and ${count - 1} more`) : '';
  return [place.join(', '), digest, more, quote].filter(Boolean).join(' ');
}
