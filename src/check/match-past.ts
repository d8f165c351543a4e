import type { Claim, Ledger, LedgerEvent, Source } from '../model/ledger.ts';
import { fold } from '../text/fold.ts';
import { isSameWording, wordingOf } from '../text/wording.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { evidenceIn } from './evidence.ts';
import type { JudgedClaim, Past, PastEvent, PastLedger } from './past.ts';

/** What stood at a revision, by the ledger of today that has it, or that it was last in. */
interface Pasts {
  readonly ofNow: ReadonlyMap<Ledger, Past>;
  /** Of ledgers that are absent now. */
  readonly ofAbsent: ReadonlyMap<PastLedger, Past>;
}

/** A claim and the ledger that it is in. */
interface Held {
  readonly claim: Claim;
  readonly ledger: Ledger;
}

/**
 * Finds again what stood at a revision. A claim is the same if it has the id that it had in its ledger, or else is the
 * only one of that id and text that is new in another; each stands for one at most. Its verdicts are compared with what
 * the events that they rest on have become.
 * @param day of the revision, YYYY-MM-DD
 * @param now the ledgers that stand today, all of them valid
 * @param asked those of them that were asked for: others only tell where claims went
 */
export function matchPast(
  day: string,
  then: readonly PastLedger[],
  now: readonly Ledger[],
  asked: ReadonlySet<Ledger>,
): Pasts {
  const matcher = new Matcher(then, now, asked);
  const ofNow = new Map<Ledger, Past>();
  const ofAbsent = new Map<PastLedger, Past>();
  const changed = then.filter((one) => one.isNamed && one.ledger !== one.now);
  for (const one of changed) {
    const past: Past = {
      day,
      absence: one.absence,
      hasMoved: one.now === null && matcher.hasMoved(one.ledger),
      hadVerdicts: one.ledger.claims.some(isJudged),
      article: matcher.keepsClaims(one) ? one.ledger.article : null,
      judged: matcher.judgedIn(one.now),
      lost: matcher.lostFrom(one),
      evidence: one.now === null ? [] : matcher.evidenceOf(one),
      appeared: one.now === null ? [] : appearedIn(one.ledger, one.now),
    };
    if (one.now === null) ofAbsent.set(one, past);
    else ofNow.set(one.now, past);
  }
  for (const ledger of matcher.receivers()) {
    if (ofNow.has(ledger)) continue;
    ofNow.set(ledger, { ...NOTHING, day, judged: matcher.judgedIn(ledger) });
  }
  return { ofNow, ofAbsent };
}

const NOTHING = {
  absence: null,
  hasMoved: false,
  hadVerdicts: false,
  article: null,
  lost: [],
  evidence: [],
  appeared: [],
};

/** The events that verdicts named before there were any of these names. */
function appearedIn(then: Ledger, now: Ledger): LedgerEvent[] {
  const named = evidenceIn(then);
  const known = new Set(then.events.map(({ id }) => id));
  return now.events.filter(({ id }) => named.has(id) && !known.has(id));
}

const isJudged = ({ verdicts }: Claim) => verdicts.length > 0;

class Matcher {
  private readonly stood: readonly PastLedger[];
  private readonly now: readonly Ledger[];
  private readonly asked: ReadonlySet<Ledger>;
  /** What stood in the place of a ledger of today. */
  private readonly before = new Map<Ledger, PastLedger>();
  private readonly judged = new Map<Ledger, JudgedClaim[]>();
  private readonly lost = new Map<PastLedger, Claim[]>();
  /** By ledger that stood there, the ledgers to which claims of it moved. */
  private readonly movedTo = new Map<PastLedger, Set<Ledger>>();
  /** By ledger that stood there, the events that claims rest on which are still in it. */
  private readonly needed = new Map<PastLedger, Set<string>>();
  private textsThen: ReadonlyMap<string, Claim> | null = null;

  constructor(stood: readonly PastLedger[], now: readonly Ledger[], asked: ReadonlySet<Ledger>) {
    this.stood = stood;
    this.now = now;
    this.asked = asked;
    for (const one of stood) if (one.now !== null) this.before.set(one.now, one);
    const missing: { from: PastLedger; was: Claim }[] = [];
    for (const from of stood) {
      if (from.ledger === from.now) continue;
      const claims = new Map(from.now?.claims.map((claim) => [claim.id, claim]));
      for (const was of from.ledger.claims) {
        if (!isJudged(was)) continue;
        const is = claims.get(was.id);
        if (is && from.now) this.pair(from, was, { claim: is, ledger: from.now });
        else missing.push({ from, was });
      }
    }
    this.findElsewhere(missing);
  }

  judgedIn(ledger: Ledger | null): readonly JudgedClaim[] {
    return (ledger === null ? undefined : this.judged.get(ledger)) ?? [];
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

  evidenceOf(from: PastLedger): PastEvent[] {
    const evidence = evidenceIn(from.ledger);
    const events = new Map(from.now?.events.map((event) => [event.id, event]));
    const others = [...(this.movedTo.get(from) ?? [])].filter((ledger) => ledger !== from.now);
    return from.ledger.events
      .filter(({ id }) => evidence.has(id))
      .map((was) => {
        const is = events.get(was.id) ?? null;
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

  /** Claims that are no longer in their ledger: each goes to the only new claim of its id and text elsewhere. */
  private findElsewhere(missing: readonly { from: PastLedger; was: Claim }[]): void {
    if (missing.length === 0) return;
    const holders = new Map<string, Held[]>();
    for (const ledger of this.now) {
      const stood = new Set(this.before.get(ledger)?.ledger.claims.map(({ id }) => id));
      for (const claim of ledger.claims) {
        if (stood.has(claim.id)) continue;
        const held = { claim, ledger };
        const alike = holders.get(claim.id);
        if (alike) alike.push(held);
        else holders.set(claim.id, [held]);
      }
    }
    const takers = new Map<Held, { from: PastLedger; was: Claim }[]>();
    for (const one of missing) {
      const fitting = (holders.get(one.was.id) ?? []).filter(({ claim }) => isSameWording(claim.text, one.was.text));
      const [only] = fitting;
      if (only === undefined || fitting.length > 1) this.lose(one.from, one.was);
      else takers.set(only, [...(takers.get(only) ?? []), one]);
    }
    for (const [held, all] of takers) {
      // One to one: where several had that id and text, the one whose history is whole is the one.
      const best = all.find(({ from, was }) => this.compare(from, was, held).lost.length === 0) ?? all[0];
      for (const one of all) {
        if (one === best) this.pair(one.from, one.was, held);
        else this.lose(one.from, one.was);
      }
    }
  }

  private lose(from: PastLedger, was: Claim): void {
    const lost = this.lost.get(from);
    if (lost) lost.push(was);
    else this.lost.set(from, [was]);
  }

  private pair(from: PastLedger, was: Claim, { claim: is, ledger }: Held): void {
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
    const pair: JudgedClaim = {
      was,
      wasIn: from.ledger.article,
      is,
      isIn: ledger.article,
      ...this.compare(from, was, { claim: is, ledger }),
      hasTextOf: isReworded ? this.otherWithText(was, is.text) : null,
    };
    const judged = this.judged.get(ledger);
    if (judged) judged.push(pair);
    else this.judged.set(ledger, [pair]);
  }

  private compare(from: PastLedger, was: Claim, { claim, ledger }: Held) {
    // In its own ledger an event is known by its id.
    if (ledger === from.now) return compareVerdicts(was.verdicts, claim.verdicts, () => true);
    const isThere = (id: string): boolean => {
      const event = from.ledger.events.find((one) => one.id === id);
      // What was no event there cannot have changed.
      return event === undefined || copyIn(ledger, event) !== null;
    };
    return compareVerdicts(was.verdicts, claim.verdicts, isThere);
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

/** A text down to its letters and digits. */
const bareText = (text: string) =>
  fold(wordingOf(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The event of a ledger that says all that another does, under the same id. */
function copyIn(ledger: Ledger, { id, date, title, sources }: LedgerEvent): LedgerEvent | null {
  const event = ledger.events.find((one) => one.id === id);
  const isCopy =
    event?.date === date &&
    isSameWording(event.title, title) &&
    sources.every((source) => event.sources.some((one) => holdsAll(one, source)));
  return isCopy ? event : null;
}

const SOURCE_KEYS = ['url', 'file', 'publisher', 'title', 'date', 'archived', 'note'] as const;

/** Whether a source has all that another has, and the same. */
export const holdsAll = (source: Source, other: Source): boolean => changedKeys(source, other).length === 0;

/** What another source has, and this one has not or has otherwise. */
export const changedKeys = (source: Source, other: Source): (typeof SOURCE_KEYS)[number][] =>
  SOURCE_KEYS.filter((key) => wordingOf(other[key]) !== '' && !isSameWording(source[key], other[key]));
