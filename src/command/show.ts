import type { Context } from '../flow/context.ts';
import { findToLookUp, lookUpLedgers, needed } from '../flow/read-ledgers.ts';
import type { ClaimView, EventView, NamedLedger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { hasHappened } from '../model/status.ts';
import { words } from '../options/operand.ts';
import { verb } from '../options/verb.ts';
import { namedLedger, resolveName } from '../query/names.ts';
import { allClaimRows, type ClaimRow, type EventRow, eventRows, type Vantage } from '../query/rows.ts';
import { tally } from '../query/tally.ts';
import { defined } from '../text/defined.ts';
import { shown, TEXT_FORMATS } from '../view/found.ts';
import { recordsPage, type Shown } from '../view/pages/record.ts';

export const show = verb({
  operands: { name: words(String) },
  manual: [
    'Shows a claim with its whole history, each verdict with its note and the events it rests on, and these events with their sources; an event with its sources and the claims it bears on; or, with ledger:NAME, a ledger with its article and counts.',
    'A name is an id, the beginning of one where only one fits, or ledger/id. Where a claim and an event have the same id, both are shown; claim:ID and event:ID name one of them.',
    "On a terminal, a claim's history begins with a bar from the day on which it was said until today, and below it the days on which it turned: full where it was confirmed, thin where it was pending, a hairline where it had no verdict, slit in two where it was refuted; without colours, the letters c, p, · and r.",
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
    const rows = new Map(ledgers.map((ledger) => [ledger, new Rows(ledger, context.vantage)]));
    const byName = new Map(ledgers.map((ledger) => [ledger.name, ledger]));
    const records = names.flatMap((name, at) => {
      const named = byName.get(whole[at]?.name ?? '');
      if (named) return [ledgerShown(named, defined(rows.get(named)).claims())];
      return resolveName(name, ledgers, ['claim', 'event']).map(({ type, ledger, record }) => {
        const own = defined(rows.get(ledger));
        const found = type === 'claim' ? showClaim(own, record.id) : showEvent(own, record.id);
        if (found) return found;
        throw notYet(type, record, context.vantage);
      });
    });
    return {
      found: shown(records.map(forPrograms), (width) =>
        recordsPage(records, found.length === 1, context.vantage.day, width),
      ),
    };
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

/** The rows of one ledger, made when they are asked for and found by their ids: thousands of names may be asked for. */
class Rows {
  private readonly ledger: NamedLedger;
  private readonly vantage: Vantage;
  private made: { readonly claims: Map<string, ClaimRow>; readonly events: Map<string, EventRow> } | null = null;

  constructor(ledger: NamedLedger, vantage: Vantage) {
    this.ledger = ledger;
    this.vantage = vantage;
  }

  claims(): readonly ClaimRow[] {
    return [...this.all().claims.values()];
  }

  claim(id: string): ClaimRow | undefined {
    return this.all().claims.get(id);
  }

  event(id: string): EventRow | undefined {
    return this.all().events.get(id);
  }

  private all() {
    this.made ??= {
      claims: new Map(Array.from(allClaimRows([this.ledger], this.vantage), (row) => [row.id, row])),
      events: new Map(Array.from(eventRows([this.ledger], this.vantage), (row) => [row.id, row])),
    };
    return this.made;
  }
}

function showClaim(rows: Rows, id: string): Shown | null {
  const claim = rows.claim(id);
  if (!claim) return null;
  const cited = new Set(claim.verdicts.flatMap(({ evidence }) => evidence));
  return { type: 'claim', claim, events: [...cited].flatMap((event) => rows.event(event) ?? []) };
}

function showEvent(rows: Rows, id: string): Shown | null {
  const event = rows.event(id);
  return event ? { type: 'event', event, claims: event.claims.flatMap((claim) => rows.claim(claim) ?? []) } : null;
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
    article: { title, author: author ?? [], publisher, published, url, language, text },
    ...record.counts,
  };
}

function notYet(type: string, record: ClaimView | EventView, { day }: Vantage): Refusal {
  const isAdded = 'added' in record && !hasHappened(record.added, day);
  const what = isAdded ? 'was added after' : type === 'claim' ? 'was said after' : 'happened after';
  return new Refusal(`the ${type} ${record.id} ${what} ${day}`, 'Choose a later day with --as-of, or leave it out.');
}
