import { type Format, formatOption } from '../flow/formats.ts';
import { findToLookUp, lookUpLedgers, needed } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { Refusal } from '../model/refusal.ts';
import { resolveName } from '../query/names.ts';
import { type ClaimRow, claimRows, type EventRow, eventRows, type Vantage } from '../query/rows.ts';
import { json } from '../view/json.ts';
import { renderRecords, type Shown } from '../view/record.ts';

interface Options {
  readonly format?: Format;
}

export const show = verb<Options>({
  name: 'show',
  operands: '<name...>',
  summary: 'show a claim with its history, or an event with its claims',
  manual: [
    'Shows a claim with its whole history, each verdict with its note and the events it rests on, and these events with their sources; or an event with its sources and the claims it bears on.',
    'A name is an id, the beginning of one where only one fits, or ledger/id. Where a claim and an event have the same id, both are shown; claim:ID and event:ID name one of them.',
  ],
  examples: [
    { command: 'show harbour-reopens', what: 'one claim' },
    { command: 'show harb first-ferry', what: 'a claim by the beginning of its id, and an event' },
    { command: 'show harbour-reopens --as-of 2024-03-15', what: 'what was known on a day' },
    { command: 'show harbour-reopens --format json', what: 'for a program' },
  ],
  options: [formatOption],
  async run(context, [names], options) {
    const wanted = names as readonly string[];
    const found = await findToLookUp(context);
    const ledgers = await lookUpLedgers(context, needed(found, wanted));
    const claims = [...claimRows(ledgers, context.vantage)];
    const events = [...eventRows(ledgers, context.vantage)];
    const records = wanted.flatMap((name) =>
      resolveName(name, ledgers, ['claim', 'event']).map(({ type, ledger, record }) => {
        const found =
          type === 'claim'
            ? showClaim(claims, events, ledger.name, record.id)
            : showEvent(claims, events, ledger.name, record.id);
        if (found) return found;
        throw notYet(type, record.id, context.vantage);
      }),
    );
    if (options.format === 'json') await context.print(json(records.map(forPrograms)));
    else await context.print(await renderRecords(records, context.width, context.colors, found.length === 1));
    return undefined;
  },
});

function showClaim(claims: readonly ClaimRow[], events: readonly EventRow[], ledger: string, id: string): Shown | null {
  const claim = claims.find((row) => row.ledger === ledger && row.id === id);
  if (!claim) return null;
  const cited = new Set(claim.verdicts.flatMap(({ evidence }) => evidence));
  const byId = new Map(events.filter((row) => row.ledger === ledger).map((row) => [row.id, row]));
  const resolved = [...cited].flatMap((event) => byId.get(event) ?? []);
  return { type: 'claim', ...claim, events: resolved };
}

function showEvent(claims: readonly ClaimRow[], events: readonly EventRow[], ledger: string, id: string): Shown | null {
  const event = events.find((row) => row.ledger === ledger && row.id === id);
  if (!event) return null;
  const resting = claims.filter((row) => row.ledger === ledger && event.claims.includes(row.id));
  return { type: 'event', ...event, claimRows: resting };
}

/** The JSON of a record: of an event's claims only their ids. */
function forPrograms(record: Shown): object {
  if (record.type === 'claim') return record;
  const { claimRows: _, ...event } = record;
  return event;
}

function notYet(type: string, id: string, { day }: Vantage): Refusal {
  const what = type === 'claim' ? 'was said after' : 'happened after';
  return new Refusal(`the ${type} ${id} ${what} ${day}`, 'Choose a later day with --as-of, or leave it out.');
}
