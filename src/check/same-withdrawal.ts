import type { Withdrawal } from '../model/ledger.ts';
import { isSameWording, wordingOf } from '../text/wording.ts';

type Said = Pick<Withdrawal, 'date' | 'reason' | 'by'>;

/** What a withdrawal says, layout aside; the empty text if there is none. */
export const withdrawalOf = (withdrawn: Said | null): string =>
  withdrawn === null ? '' : JSON.stringify([withdrawn.date, wordingOf(withdrawn.reason), wordingOf(withdrawn.by)]);

/** What is otherwise in one of two withdrawals: of a claim, which others took its place is left aside. */
export function changesOf(was: Said, is: Said): string[] {
  return (['date', 'reason', 'by'] as const).filter((key) => !isSameWording(was[key], is[key]));
}
