import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers, needed } from '../flow/read-ledgers.ts';
import type { NamedLedger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { words } from '../options/operand.ts';
import { verb } from '../options/verb.ts';
import { namedLedger, resolveName } from '../query/names.ts';
import { type ClaimRow, claimRows, type EventRow, eventRows, type Vantage } from '../query/rows.ts';
import { tally } from '../query/tally.ts';
import { shown, TEXT_FORMATS } from '../view/found.ts';
import { recordsPage, type Shown } from '../view/pages/record.ts';

export const show = verb({
  operands: { name: words(String) },
  manual: [
    'Shows a claim with its whole history, each verdict with its note and the events it rests on, and these events with their sources; an event with its sources and the claims it bears on; or, with ledger:NAME, a ledger with its article and counts.',
    'A name is an id, the beginning of one where only one fits, or ledger/id. Where a claim and an event have the same id, both are shown; claim:ID and event:ID name one of them.',
  ],
  examples: [
    { command: 'show harbour-reopens', what: 'one claim' },
    { command: 'show harb first-ferry', what: 'a claim by the beginning of its id, and an event' },
    { command: 'show harbour-reopens --as-of 2024-03-15', what: 'what was known on a day' },
    { command: 'show ledger:harbour', what: 'a ledger' },
    { command: 'show harbour-reopens --format json', what: 'for a program' },
  ],
  options: {},
  formats: TEXT_FORMATS,
  async run(context: Context, { name: names }) {
    const found = await findToLookUp(context);
    const whole = names.map((name) => namedLedger(name, found));
    const ledgers = await lookUpLedgers(context, whole.some((one) => one !== null) ? found : needed(found, names));
    const claims = [...claimRows(ledgers, context.vantage)];
    const events = [...eventRows(ledgers, context.vantage)];
    const records = names.flatMap((name, at) => {
      const named = ledgers.find((ledger) => ledger.name === whole[at]?.name);
      if (named)
        return [
          ledgerShown(
            named,
            claims.filter((row) => row.ledger === named.name),
          ),
        ];
      return resolveName(name, ledgers, ['claim', 'event']).map(({ type, ledger, record }) => {
        const beside = <R extends { readonly ledger: string }>(rows: readonly R[]) =>
          rows.filter((row) => row.ledger === ledger.name);
        const found = (type === 'claim' ? showClaim : showEvent)(beside(claims), beside(events), record.id);
        if (found) return found;
        throw notYet(type, record.id, context.vantage);
      });
    });
    return { found: shown(records.map(forPrograms), () => recordsPage(records, found.length === 1)) };
  },
});

/** @param claims those of the ledger */
const ledgerShown = ({ name, file, article }: NamedLedger, claims: readonly ClaimRow[]): Shown => ({
  type: 'ledger',
  ledger: name,
  file,
  article,
  counts: tally(claims),
});

/** @param claims those of its ledger, as are `events` */
function showClaim(claims: readonly ClaimRow[], events: readonly EventRow[], id: string): Shown | null {
  const claim = claims.find((row) => row.id === id);
  if (!claim) return null;
  const byId = new Map(events.map((row) => [row.id, row]));
  const cited = new Set(claim.verdicts.flatMap(({ evidence }) => evidence));
  return { type: 'claim', claim, events: [...cited].flatMap((event) => byId.get(event) ?? []) };
}

function showEvent(claims: readonly ClaimRow[], events: readonly EventRow[], id: string): Shown | null {
  const event = events.find((row) => row.id === id);
  return event ? { type: 'event', event, claims: claims.filter((row) => event.claims.includes(row.id)) } : null;
}

/** The JSON of a record: of an event's claims only their ids. */
function forPrograms(record: Shown): object {
  if (record.type === 'claim') return { type: record.type, ...record.claim, events: record.events };
  if (record.type === 'event') return { type: record.type, ...record.event };
  const { title, author, publisher, published, url, language, text } = record.article;
  return {
    type: record.type,
    ledger: record.ledger,
    file: record.file,
    article: { title, author: author === null ? [] : [author], publisher, published, url, language, text },
    ...record.counts,
    withdrawn: 0,
  };
}

function notYet(type: string, id: string, { day }: Vantage): Refusal {
  const what = type === 'claim' ? 'was said after' : 'happened after';
  return new Refusal(`the ${type} ${id} ${what} ${day}`, 'Choose a later day with --as-of, or leave it out.');
}
