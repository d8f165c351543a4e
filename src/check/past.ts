import type { Article, Claim, Ledger, LedgerEvent } from '../model/ledger.ts';
import type { BrokenInstead } from './broken-instead.ts';
import type { Comparison } from './compare-verdicts.ts';
import type { Taken } from './match-records.ts';

/**
 * Why a ledger that stood at a revision does not stand any more: its file is gone, it is no longer among those that are
 * checked, or it is no valid ledger now.
 */
export type Absence = 'gone' | 'left out' | 'invalid';

/** What stood at a revision, as far as it concerns one ledger. */
export interface Past {
  /** The day of the revision's commit, YYYY-MM-DD, in its committer's time zone. */
  readonly day: string;
  /** Whether none of the other revisions that are compared with came after it, as of the sides of a merge. */
  readonly isSide: boolean;
  /** Null where the ledger still stands. */
  readonly absence: Absence | null;
  /** Whether the ledger stood there as it is. */
  readonly isUnchanged: boolean;
  /** Whether it had claims, none of them judged, and all of them are in other ledgers now. */
  readonly hasMoved: boolean;
  /** Whether it had verdicts. */
  readonly hadVerdicts: boolean;
  /** The article as it stood there, if a claim that had a verdict is still in it; null otherwise. */
  readonly article: Article | null;
  /** The claims that had a verdict there and are in this ledger now. */
  readonly judged: readonly JudgedClaim[];
  /** Claims of this ledger that had no verdict there, and that took the place of others by their `instead`. */
  readonly replacing: readonly Replacement[];
  /** Claims and events that have the id of another under `formerly`, where any of them had a history. */
  readonly takenClaims: readonly Taken<Claim>[];
  readonly takenEvents: readonly Taken<LedgerEvent>[];
  /** The claims that had a verdict there, in this ledger, and are in none now. */
  readonly lost: readonly Claim[];
  /** The events of this ledger that were evidence there. */
  readonly evidence: readonly PastEvent[];
  /** Events of this ledger that verdicts named there already, where there were none of these names. */
  readonly appeared: readonly LedgerEvent[];
}

/** A claim that had a verdict at a revision, as it was and as it is, and what became of its verdicts. */
export interface JudgedClaim extends Comparison {
  /** As it was, but that it names events and other claims by their present ids. */
  readonly was: Claim;
  /** The article that it stood in, which says who spoke and when where the claim does not. */
  readonly wasIn: Article;
  readonly is: Claim;
  readonly isIn: Article;
  /** What is wrong with its `instead` that was not wrong there. */
  readonly broken: readonly BrokenInstead[];
  /** Another claim that stood there with the text that this one has now; null where there is none. */
  readonly hasTextOf: Claim | null;
}

/** A claim that took the place of another. */
export interface Replacement {
  /** Null where it is new. */
  readonly was: Claim | null;
  readonly is: Claim;
  readonly isIn: Article;
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
