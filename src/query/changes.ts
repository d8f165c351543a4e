import type { SourceView } from '../model/ledger.ts';
import type { Status } from '../model/shape.ts';

/** A verdict that was not there before. */
export interface VerdictChange {
  readonly ledger: string;
  readonly claim: string;
  readonly text: string;
  readonly speaker: readonly string[];
  readonly date: string;
  /** The claim's status before it, and after it; null for an opinion. */
  readonly from: Status | null;
  readonly to: Status | null;
  /** Whether it turns a settled verdict around, or opens it again. */
  readonly reversal: boolean;
  /** Whether it was entered after a verdict with a later date. */
  readonly late: boolean;
  readonly evidence: readonly Evidence[];
  readonly note: string | null;
  readonly label: string | null;
  readonly by: string | null;
}

export interface Evidence {
  readonly event: string;
  /** Null where the ledger has no such event. */
  readonly title: string | null;
  readonly date: string | null;
  readonly sources: readonly Omit<SourceView, 'place'>[];
}

export interface NewClaim {
  readonly ledger: string;
  readonly claim: string;
  readonly text: string;
  readonly speaker: readonly string[];
  readonly said: string | null;
}

export interface NewEvent {
  readonly ledger: string;
  readonly event: string;
  readonly date: string;
  readonly title: string;
}

/**
 * What stood and stands otherwise: the value of a key then and now. Of a record that is gone, the key is `id`; of a
 * verdict that is gone or rewritten, `verdicts`; of a ledger that came or went, and of a claim that moved, `ledger`.
 * Claim and event are both null for the article and the ledger itself.
 */
export interface Correction {
  readonly ledger: string;
  readonly claim: string | null;
  readonly event: string | null;
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
  /** What the claim says, or the event's title; for people only. */
  readonly text: string | null;
}

export interface WithdrawalChange {
  readonly ledger: string;
  readonly claim: string;
  readonly date: string;
  readonly reason: string;
  /** The date of the verdict that was withdrawn; null where the claim was. */
  readonly verdict: string | null;
  readonly instead: readonly string[];
  /** What the claim says; for people only. */
  readonly text: string;
}

interface NowOverdue {
  readonly ledger: string;
  readonly claim: string;
  readonly text: string;
  readonly due: string;
}

/** What changed between two states of ledgers. */
export interface Changes {
  readonly verdicts: readonly VerdictChange[];
  readonly claims: readonly NewClaim[];
  readonly events: readonly NewEvent[];
  readonly corrections: readonly Correction[];
  readonly withdrawals: readonly WithdrawalChange[];
  readonly overdue: readonly NowOverdue[];
  /** How many records changed in nothing that is told here; null where that cannot be known. */
  readonly layout: number | null;
}

/** The same with the keys that programs may rely on, and no others. */
export function changesForPrograms({ verdicts, claims, events, corrections, withdrawals, overdue, layout }: Changes) {
  return {
    verdicts,
    claims,
    events,
    corrections: corrections.map(({ text: _, ...row }) => row),
    withdrawals: withdrawals.map(({ text: _, ...row }) => row),
    overdue,
    layout,
  };
}
