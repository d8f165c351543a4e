import type { Claim, Ledger, LedgerEvent } from '../model/ledger.ts';
import { type Comparison, compareVerdicts } from './compare-verdicts.ts';
import { findElsewhere, type Held, type Stood } from './find-elsewhere.ts';
import { LedgerMatch } from './ledger-match.ts';
import type { PastLedger } from './past.ts';
import { copyIn } from './same-event.ts';

/** A record of one of two states, and its ledger there. */
interface In<R> {
  readonly record: R;
  readonly ledger: Ledger;
}

/** A claim of two states, and what became of its verdicts; null where it was not there, or is gone. */
export interface MatchedClaim extends Comparison {
  readonly was: In<Claim> | null;
  /** As it was, but that it names events and claims by their present ids. */
  readonly resolved: Claim | null;
  readonly is: In<Claim> | null;
}

export interface MatchedEvent {
  readonly was: In<LedgerEvent> | null;
  readonly is: In<LedgerEvent> | null;
}

/**
 * Finds all claims and events of one state again in another, as {@link matchPast} finds those with a history: by id, by
 * former ids, or in another ledger.
 * @param then the ledgers of the first state, each with the one that has its place in the second
 * @param now all ledgers of the second
 * @returns those of the second in its order, then those that are gone
 */
export function matchAll(
  then: readonly PastLedger[],
  now: readonly Ledger[],
): { readonly claims: readonly MatchedClaim[]; readonly events: readonly MatchedEvent[] } {
  const matches = new Map(then.map((from) => [from, new LedgerMatch(from)]));
  const matchOf = (from: PastLedger) => matches.get(from) ?? new LedgerMatch(from);
  const pairs: [Stood, Held][] = [];
  const missing: Stood[] = [];
  for (const from of then) {
    const { claims } = matchOf(from);
    for (const was of from.ledger.claims) {
      const claim = claims.get(was);
      if (claim && from.now)
        pairs.push([
          { from, was },
          { claim, ledger: from.now },
        ]);
      else missing.push({ from, was });
    }
  }
  const here = new Set(pairs.map(([, { claim }]) => claim));
  const comparison = ({ from, was }: Stood, { claim, ledger }: Held) => {
    const resolved = matchOf(from).resolved(was, ledger);
    return { resolved, ...compareVerdicts(resolved.verdicts, claim.verdicts) };
  };
  const isWhole = (one: Stood, held: Held) => comparison(one, held).lost.length === 0;
  const elsewhere = findElsewhere(missing, now, ({ claim }) => !here.has(claim), isWhole);
  const origins = new Map([...pairs, ...elsewhere.pairs].map(([one, held]) => [held.claim, { one, held }]));
  const standing = everyOf(now, ({ claims }) => claims).map((is): MatchedClaim => {
    const origin = origins.get(is.record);
    if (!origin) return { was: null, resolved: null, is, lost: [], added: is.record.verdicts, kept: new Map() };
    const { one, held } = origin;
    return { was: { record: one.was, ledger: one.from.ledger }, is, ...comparison(one, held) };
  });
  const lost = elsewhere.lost.map(
    ({ from, was }): MatchedClaim => ({
      was: { record: was, ledger: from.ledger },
      resolved: was,
      is: null,
      lost: was.verdicts.map((verdict) => ({ verdict, now: null })),
      added: [],
      kept: new Map(),
    }),
  );
  return { claims: [...standing, ...lost], events: matchEvents(then, now, matchOf, elsewhere.pairs) };
}

/** @param moved claims that are in another ledger now: their events may have gone with them */
function matchEvents(
  then: readonly PastLedger[],
  now: readonly Ledger[],
  matchOf: (from: PastLedger) => LedgerMatch,
  moved: readonly (readonly [Stood, Held])[],
): MatchedEvent[] {
  const origins = new Map<LedgerEvent, In<LedgerEvent>>();
  const missing: (In<LedgerEvent> & { readonly from: PastLedger })[] = [];
  for (const from of then) {
    const { events } = matchOf(from);
    for (const record of from.ledger.events) {
      const is = events.get(record);
      if (is) origins.set(is, { record, ledger: from.ledger });
      else missing.push({ record, ledger: from.ledger, from });
    }
  }
  const wentTo = new Map<PastLedger, Set<Ledger>>();
  for (const [{ from }, { ledger }] of moved) wentTo.set(from, (wentTo.get(from) ?? new Set()).add(ledger));
  // Of an event that stays, copies may have gone with claims as well.
  const copies = new Set<LedgerEvent>();
  for (const [from, ledgers] of wentTo) {
    for (const ledger of ledgers) {
      for (const event of from.ledger.events) {
        const copy = copyIn(ledger, event);
        if (copy) copies.add(copy);
      }
    }
  }
  const standing = everyOf(now, ({ events }) => events)
    .filter(({ record }) => origins.has(record) || !copies.has(record))
    .map((is): MatchedEvent => ({ was: origins.get(is.record) ?? null, is }));
  const gone = missing
    .filter(({ record, from }) => ![...(wentTo.get(from) ?? [])].some((ledger) => copyIn(ledger, record) !== null))
    .map(({ record, ledger }): MatchedEvent => ({ was: { record, ledger }, is: null }));
  return [...standing, ...gone];
}

const everyOf = <R>(ledgers: readonly Ledger[], records: (ledger: Ledger) => readonly R[]): In<R>[] =>
  ledgers.flatMap((ledger) => records(ledger).map((record) => ({ record, ledger })));
