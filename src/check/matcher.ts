import type { Claim, Ledger, LedgerEvent } from '../model/ledger.ts';
import { fold } from '../text/fold.ts';
import { isSameWording, wordingOf } from '../text/wording.ts';
import { brokenInstead } from './broken-instead.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { evidenceIn } from './evidence.ts';
import { matchRecords, takenIds } from './match-records.ts';
import type { JudgedClaim, Past, PastEvent, PastLedger, Replacement } from './past.ts';
import { copyIn } from './same-event.ts';

/** A claim and the ledger that it is in. */
interface Held {
  readonly claim: Claim;
  readonly ledger: Ledger;
}

/** A claim that stood there, and the ledger that it stood in. */
interface Stood {
  readonly from: PastLedger;
  readonly was: Claim;
}

/** A ledger that stood there, with what its records are in what stands in its place. */
interface Matched {
  readonly claims: ReadonlyMap<Claim, Claim>;
  readonly events: ReadonlyMap<LedgerEvent, LedgerEvent>;
  readonly eventsThen: ReadonlyMap<string, LedgerEvent>;
}

export const isJudged = ({ verdicts }: Claim) => verdicts.length > 0;

/** Tells what became of the claims and events that stood at a revision. */
export class Matcher {
  private readonly stood: readonly PastLedger[];
  private readonly now: readonly Ledger[];
  private readonly asked: ReadonlySet<Ledger>;
  private readonly matched = new Map<PastLedger, Matched>();
  /** What claims of today were, wherever they stood. */
  private readonly origins = new Map<Claim, Claim>();
  private readonly judged = new Map<Ledger, JudgedClaim[]>();
  private readonly lost = new Map<PastLedger, Claim[]>();
  /** By ledger that stood there, the ledgers to which claims of it moved. */
  private readonly movedTo = new Map<PastLedger, Set<Ledger>>();
  /** By ledger that stood there, the events that claims rest on which are still in it. */
  private readonly needed = new Map<PastLedger, Set<string>>();
  private readonly byId = new Map<Ledger, ReadonlyMap<string, Claim>>();
  private textsThen: ReadonlyMap<string, Claim> | null = null;

  constructor(stood: readonly PastLedger[], now: readonly Ledger[], asked: ReadonlySet<Ledger>) {
    this.stood = stood;
    this.now = now;
    this.asked = asked;
    const missing: Stood[] = [];
    const pairs: [Stood, Held][] = [];
    for (const from of stood) {
      if (from.ledger === from.now) continue;
      const { claims } = this.match(from);
      for (const was of from.ledger.claims) {
        const is = claims.get(was);
        if (is) this.origins.set(is, was);
        if (!isJudged(was)) continue;
        if (is && from.now)
          pairs.push([
            { from, was },
            { claim: is, ledger: from.now },
          ]);
        else missing.push({ from, was });
      }
    }
    pairs.push(...this.findElsewhere(missing));
    for (const [{ was }, { claim }] of pairs) this.origins.set(claim, was);
    for (const [one, held] of pairs) this.pair(one, held);
  }

  judgedIn(ledger: Ledger): readonly JudgedClaim[] {
    return this.judged.get(ledger) ?? [];
  }

  lostFrom(from: PastLedger): readonly Claim[] {
    return this.lost.get(from) ?? [];
  }

  /** Whether claims that had a verdict are still in their ledger. */
  keepsClaims(from: PastLedger): boolean {
    return this.needed.has(from);
  }

  /** The ledgers that have claims now which stood at the revision. */
  receivers(): Iterable<Ledger> {
    return this.judged.keys();
  }

  replacingIn(ledger: Ledger): Replacement[] {
    const claims = this.claimsOf(ledger);
    const named = new Set(ledger.claims.flatMap(({ withdrawn }) => withdrawn?.instead ?? []));
    return Array.from(named).flatMap((id): Replacement[] => {
      const is = claims.get(id);
      if (!is) return [];
      const was = this.origins.get(is) ?? null;
      return was && isJudged(was) ? [] : [{ was, is, isIn: ledger.article }];
    });
  }

  takenIn(from: PastLedger): Pick<Past, 'takenClaims' | 'takenEvents'> {
    const { claims, events } = this.match(from);
    const evidence = evidenceIn(from.ledger);
    const wasJudged = (is: Claim) => isJudged(this.origins.get(is) ?? is);
    const wasEvidence = ({ id, formerly }: LedgerEvent) => [id, ...formerly].some((one) => evidence.has(one));
    return {
      takenClaims: takenIds(from.ledger.claims, from.now?.claims ?? [], claims).filter(
        (one) => isJudged(one.from) || wasJudged(one.by),
      ),
      takenEvents: takenIds(from.ledger.events, from.now?.events ?? [], events).filter(
        (one) => evidence.has(one.from.id) || wasEvidence(one.by),
      ),
    };
  }

  evidenceOf(from: PastLedger): PastEvent[] {
    const evidence = evidenceIn(from.ledger);
    const { events } = this.match(from);
    const others = [...(this.movedTo.get(from) ?? [])].filter((ledger) => ledger !== from.now);
    return from.ledger.events
      .filter(({ id }) => evidence.has(id))
      .map((was) => {
        const is = events.get(was) ?? null;
        // What stayed behind rests on nothing where its event has gone.
        const isNeeded = this.needed.get(from)?.has(was.id);
        const isElsewhere = is === null && !isNeeded && others.some((ledger) => copyIn(ledger, was) !== null);
        return { was, is, isElsewhere };
      });
  }

  hasMoved({ claims }: Ledger): boolean {
    if (claims.length === 0 || claims.some(isJudged)) return false;
    const here = new Map(this.now.flatMap((ledger) => ledger.claims.map(({ id, text }) => [id, text] as const)));
    return claims.every(({ id, text }) => here.has(id) && isSameWording(here.get(id) ?? null, text));
  }

  private match(from: PastLedger): Matched {
    const known = this.matched.get(from);
    if (known) return known;
    const { ledger, now } = from;
    const evidence = evidenceIn(ledger);
    const matched: Matched = {
      claims: matchRecords(ledger.claims, now?.claims ?? [], isJudged),
      events: matchRecords(ledger.events, now?.events ?? [], ({ id }) => evidence.has(id)),
      eventsThen: new Map(ledger.events.map((event) => [event.id, event])),
    };
    this.matched.set(from, matched);
    return matched;
  }

  private claimsOf(ledger: Ledger): ReadonlyMap<string, Claim> {
    const known = this.byId.get(ledger) ?? new Map(ledger.claims.map((claim) => [claim.id, claim]));
    this.byId.set(ledger, known);
    return known;
  }

  /**
   * Claims that are no longer in their ledger: each goes to the only new claim elsewhere that has or had its id, and has
   * its text.
   */
  private findElsewhere(missing: readonly Stood[]): [Stood, Held][] {
    if (missing.length === 0) return [];
    const holders = new Map<string, Held[]>();
    const ids = new Map(this.stood.map(({ now, ledger }) => [now, new Set(ledger.claims.map(({ id }) => id))]));
    for (const ledger of this.now) {
      for (const claim of ledger.claims) {
        if (this.origins.has(claim) || ids.get(ledger)?.has(claim.id)) continue;
        const held = { claim, ledger };
        for (const id of new Set([claim.id, ...claim.formerly])) {
          const alike = holders.get(id);
          if (alike) alike.push(held);
          else holders.set(id, [held]);
        }
      }
    }
    const takers = new Map<Held, Stood[]>();
    for (const one of missing) {
      const fitting = (holders.get(one.was.id) ?? []).filter(({ claim }) => isSameWording(claim.text, one.was.text));
      const [only] = fitting;
      if (only === undefined || fitting.length > 1) this.lose(one);
      else takers.set(only, [...(takers.get(only) ?? []), one]);
    }
    return Array.from(takers, ([held, all]): [Stood, Held] => {
      // One to one: where several had that id and text, the one whose history is whole is the one.
      const isWhole = (one: Stood) =>
        compareVerdicts(this.resolved(one, held).verdicts, held.claim.verdicts).lost.length === 0;
      const best = all.find(isWhole) ?? (all[0] as Stood);
      for (const one of all) if (one !== best) this.lose(one);
      return [best, held];
    });
  }

  private lose({ from, was }: Stood): void {
    const lost = this.lost.get(from);
    if (lost) lost.push(was);
    else this.lost.set(from, [was]);
  }

  private pair(one: Stood, held: Held): void {
    const { from, was } = one;
    const { claim: is, ledger } = held;
    const moved = this.movedTo.get(from) ?? new Set();
    this.movedTo.set(from, moved.add(ledger));
    if (ledger === from.now) {
      const needed = this.needed.get(from) ?? new Set();
      for (const { evidence } of was.verdicts) for (const id of evidence) needed.add(id);
      this.needed.set(from, needed);
    }
    // What was not asked for is nobody's to answer for, unless it came to where somebody asks.
    if (!from.isNamed && !this.asked.has(ledger)) return;
    const isReworded = !isSameWording(was.text, is.text);
    const resolved = this.resolved(one, held);
    const pair: JudgedClaim = {
      was: resolved,
      wasIn: from.ledger.article,
      is,
      isIn: ledger.article,
      ...compareVerdicts(resolved.verdicts, is.verdicts),
      broken: this.brokenSince(one, held),
      hasTextOf: isReworded ? this.otherWithText(was, is.text) : null,
    };
    const judged = this.judged.get(ledger);
    if (judged) judged.push(pair);
    else this.judged.set(ledger, [pair]);
  }

  /** A claim as it stood, but that it names events and claims by the ids that they have now where it is. */
  private resolved({ from, was }: Stood, { ledger }: Held): Claim {
    const { claims, events, eventsThen } = this.match(from);
    const isHere = ledger === from.now;
    const eventNow = (id: string): string => {
      const event = eventsThen.get(id);
      // What was no event there cannot have changed; one that is gone here is told of by itself.
      if (event === undefined) return id;
      if (isHere) return events.get(event)?.id ?? id;
      return copyIn(ledger, event)?.id ?? `${GONE}${id}`;
    };
    const claimNow = (id: string): string => {
      const other = this.claimsOf(from.ledger).get(id);
      return (isHere && other ? claims.get(other)?.id : undefined) ?? id;
    };
    return {
      ...was,
      verdicts: was.verdicts.map((verdict) => ({ ...verdict, evidence: verdict.evidence.map(eventNow) })),
      withdrawn: was.withdrawn && { ...was.withdrawn, instead: was.withdrawn.instead.map(claimNow) },
    };
  }

  private brokenSince({ from, was }: Stood, { claim, ledger }: Held): JudgedClaim['broken'] {
    if (claim.withdrawn === null) return [];
    const before = brokenInstead(was, this.claimsOf(from.ledger));
    return brokenInstead(claim, this.claimsOf(ledger)).filter((one) => !before.some(({ id }) => id === one.id));
  }

  private otherWithText(was: Claim, text: string): Claim | null {
    this.textsThen ??= new Map(
      this.stood.flatMap(({ ledger }) => ledger.claims.map((claim) => [bareText(claim.text), claim] as const)),
    );
    const key = bareText(text);
    const other = this.textsThen.get(key);
    return other && other !== was && key !== bareText(was.text) ? other : null;
  }
}

/** In front of the id of an event that is not there: no id has it. */
const GONE = '\0';

/** A text down to its letters and digits. */
const bareText = (text: string) =>
  fold(wordingOf(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
