import type { Ledger, LedgerEvent } from '../model/ledger.ts';
import { evidenceIn } from './evidence.ts';
import { isJudged } from './ledger-match.ts';
import { Matcher } from './matcher.ts';
import type { Past, PastLedger } from './past.ts';

/** What stood at a revision, by the ledger of today that has it, or that it was last in. */
interface Pasts {
  readonly ofNow: ReadonlyMap<Ledger, Past>;
  /** Of ledgers that are absent now. */
  readonly ofAbsent: ReadonlyMap<PastLedger, Past>;
}

/**
 * Finds again what stood at a revision. A claim is the same if it has the id that it had in its ledger, or had it
 * formerly, or else is the only one of that id and text that is new in another; each stands for one at most. Its verdicts
 * are compared with what the events that they rest on have become.
 * @param revision its day, YYYY-MM-DD, and whether it is a side of a merge
 * @param now the ledgers that stand today, all of them valid
 * @param asked those of them that were asked for: others only tell where claims went
 */
export function matchPast(
  { day, isSide }: Pick<Past, 'day' | 'isSide'>,
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
      ...NOTHING,
      day,
      isSide,
      absence: one.absence,
      hasMoved: one.now === null && matcher.hasMoved(one.ledger),
      hadVerdicts: one.ledger.claims.some(isJudged),
      article: matcher.keepsClaims(one) ? one.ledger.article : null,
      lost: matcher.lostFrom(one),
    };
    if (one.now === null) {
      ofAbsent.set(one, past);
      continue;
    }
    ofNow.set(one.now, {
      ...past,
      judged: matcher.judgedIn(one.now),
      replacing: matcher.replacingIn(one.now),
      evidence: matcher.evidenceOf(one),
      appeared: appearedIn(one.ledger, one.now),
      ...matcher.takenIn(one),
    });
  }
  // It has no findings, but what else it is compared with may want to know that it stood so.
  for (const { ledger, now: is } of then) {
    if (ledger === is && asked.has(ledger) && !ofNow.has(ledger))
      ofNow.set(ledger, { ...NOTHING, day, isSide, isUnchanged: true });
  }
  for (const ledger of matcher.receivers()) {
    const known = ofNow.get(ledger);
    if (known && !known.isUnchanged) continue;
    const replacing = matcher.replacingIn(ledger);
    ofNow.set(ledger, { ...(known ?? NOTHING), day, isSide, judged: matcher.judgedIn(ledger), replacing });
  }
  return { ofNow, ofAbsent };
}

const NOTHING = {
  absence: null,
  isUnchanged: false,
  hasMoved: false,
  hadVerdicts: false,
  article: null,
  judged: [],
  replacing: [],
  takenClaims: [],
  takenEvents: [],
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
