import type { Article, Claim, Ledger, LedgerEvent, Verdict } from '../model/ledger.ts';

/**
 * Why a ledger that stood at a revision does not stand any more: its file is gone, it is no longer among those that are
 * checked, or it is no valid ledger now.
 */
export type Absence = 'gone' | 'left out' | 'invalid';

/** What stood at a revision, as far as it concerns one ledger. */
export interface Past {
  /** The day of the revision's commit, YYYY-MM-DD, in its committer's time zone. */
  readonly day: string;
  /** Null where the ledger still stands. */
  readonly absence: Absence | null;
  /** Whether it had claims, none of them judged, and all of them are in other ledgers now. */
  readonly hasMoved: boolean;
  /** Whether it had verdicts. */
  readonly hadVerdicts: boolean;
  /** The article as it stood there, if a claim that had a verdict is still in it; null otherwise. */
  readonly article: Article | null;
  /** The claims that had a verdict there and are in this ledger now. */
  readonly judged: readonly JudgedClaim[];
  /** The claims that had a verdict there, in this ledger, and are in none now. */
  readonly lost: readonly Claim[];
  /** The events of this ledger that were evidence there. */
  readonly evidence: readonly PastEvent[];
  /** Events of this ledger that verdicts named there already, where there were none of these names. */
  readonly appeared: readonly LedgerEvent[];
}

/** A claim that had a verdict at a revision, as it was and as it is. */
export interface JudgedClaim {
  readonly was: Claim;
  /** The article that it stood in, which says who spoke and when where the claim does not. */
  readonly wasIn: Article;
  readonly is: Claim;
  readonly isIn: Article;
  /** The verdicts that no longer stand as they stood, or not in their order. */
  readonly lost: readonly Verdict[];
  /** The verdicts that did not stand there. */
  readonly added: readonly Verdict[];
  /** Another claim that stood there with the text that this one has now; null where there is none. */
  readonly hasTextOf: Claim | null;
}

/** An event that was evidence at a revision. */
export interface PastEvent {
  readonly was: LedgerEvent;
  /** The event as it is; null where it is gone, and is not to be found in a ledger either to which a claim moved. */
  readonly is: LedgerEvent | null;
  /** Whether it went with the claims that rest on it to another ledger. */
  readonly isElsewhere: boolean;
}

/** A ledger that stood at a revision. */
export interface PastLedger {
  readonly ledger: Ledger;
  /** The ledger that has its place now; the same object where nothing changed, null where it is absent. */
  readonly now: Ledger | null;
  readonly absence: Absence | null;
  /** Whether it was asked for: others only tell where claims came from. */
  readonly isNamed: boolean;
}
