import type { Claim, Ledger } from '../model/ledger.ts';
import { isSameWording } from '../text/wording.ts';
import { brokenInstead } from './broken-instead.ts';
import { claimsByText } from './claims-by-text.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { evidenceIn } from './evidence.ts';
import { findElsewhere, type Held, type Stood } from './find-elsewhere.ts';
import { isJudged, LedgerMatch } from './ledger-match.ts';
import type { JudgedClaim, Past, PastEvent, PastLedger, Replacement } from './past.ts';
import { copyIn } from './same-event.ts';

/** Tells what became of the claims and events that stood at a revision. */
export class Matcher {
  private readonly stood: readonly PastLedger[];
  private readonly now: readonly Ledger[];
  private readonly asked: ReadonlySet<Ledger>;
  private readonly matched = new Map<PastLedger, LedgerMatch>();
  /** What claims of today were, wherever they stood. */
  private readonly origins = new Map<Claim, Claim>();
  private readonly judged = new Map<Ledger, JudgedClaim[]>();
  private readonly lost = new Map<PastLedger, Claim[]>();
  /** By ledger that stood there, the ledgers to which claims of it moved. */
  private readonly movedTo = new Map<PastLedger, Set<Ledger>>();
  /** By ledger that stood there, the events that claims rest on which are still in it. */
  private readonly needed = new Map<PastLedger, Set<string>>();
  private readonly byId = new Map<Ledger, ReadonlyMap<string, Claim>>();
  private readonly otherWithText: (was: Claim, text: string) => Claim | null;

  constructor(stood: readonly PastLedger[], now: readonly Ledger[], asked: ReadonlySet<Ledger>) {
    this.stood = stood;
    this.now = now;
    this.asked = asked;
    this.otherWithText = claimsByText(stood);
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
    const isWhole = (one: Stood, held: Held) =>
      compareVerdicts(this.match(one.from).resolved(one.was, held.ledger).verdicts, held.claim.verdicts).lost.length ===
      0;
    const elsewhere = findElsewhere(missing, this.now, this.newClaims(), isWhole);
    pairs.push(...elsewhere.pairs);
    for (const one of elsewhere.lost) this.lose(one);
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
    return this.match(from).taken();
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

  private match(from: PastLedger): LedgerMatch {
    const match = this.matched.get(from) ?? new LedgerMatch(from);
    this.matched.set(from, match);
    return match;
  }

  private claimsOf(ledger: Ledger): ReadonlyMap<string, Claim> {
    const known = this.byId.get(ledger) ?? new Map(ledger.claims.map((claim) => [claim.id, claim]));
    this.byId.set(ledger, known);
    return known;
  }

  /** Tells whether a claim of today is new in its ledger. */
  private newClaims(): (held: Held) => boolean {
    let ids: ReadonlyMap<Ledger | null, ReadonlySet<string>> | null = null;
    return ({ claim, ledger }) => {
      ids ??= new Map(this.stood.map(({ now, ledger: then }) => [now, new Set(then.claims.map(({ id }) => id))]));
      return !this.origins.has(claim) && !ids.get(ledger)?.has(claim.id);
    };
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
    const resolved = this.match(from).resolved(was, ledger);
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

  private brokenSince({ from, was }: Stood, { claim, ledger }: Held): JudgedClaim['broken'] {
    if (claim.withdrawn === null) return [];
    const before = brokenInstead(was, this.claimsOf(from.ledger));
    return brokenInstead(claim, this.claimsOf(ledger)).filter((one) => !before.some(({ id }) => id === one.id));
  }
}
