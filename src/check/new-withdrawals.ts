import { firstDay } from '../model/dates.ts';
import type { Article, Claim, Verdict, Withdrawal } from '../model/ledger.ts';
import { saidOn } from '../model/status.ts';
import { isPast } from './changed-days.ts';
import type { JudgedClaim } from './past.ts';

/** A withdrawal that did not stand at a revision, of what stood there. */
export interface NewWithdrawal {
  readonly withdrawn: Withdrawal;
  /** The verdict that it withdraws, as it is; null where it withdraws the claim. */
  readonly verdict: Verdict | null;
  /** The first day that what it withdraws counted on, YYYY-MM-DD. */
  readonly from: string;
}

/** The withdrawals that a claim and its verdicts have, and had not at a revision. */
export function newWithdrawals({ was, wasIn, is, isIn, kept }: JudgedClaim): NewWithdrawal[] {
  const ofVerdicts = Array.from(kept).flatMap(([verdict, before]): NewWithdrawal[] =>
    verdict.withdrawn && !before.withdrawn ? [{ withdrawn: verdict.withdrawn, verdict, from: verdict.date }] : [],
  );
  if (is.withdrawn === null || was.withdrawn !== null) return ofVerdicts;
  const from = [startOf(was, wasIn), startOf(is, isIn)].sort()[1] as string;
  return [...ofVerdicts, { withdrawn: is.withdrawn, verdict: null, from }];
}

/** Whether what a new withdrawal withdraws would have counted on no day, though it did until the revision. */
export const neverCounted = ({ withdrawn, from }: NewWithdrawal, revision: string): boolean =>
  withdrawn.date <= from && isPast(withdrawn.date, revision);

/** The first day of a claim: when it was said, or joined the ledger after that, or else was first judged. */
function startOf(claim: Claim, article: Article): string {
  const said = saidOn(claim, article);
  const days = [said === null ? null : firstDay(said), claim.added].filter((day) => day !== null).sort();
  return days.at(-1) ?? claim.verdicts.map(({ date }) => date).sort()[0] ?? '';
}
