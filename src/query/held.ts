import type { ArticleView, ClaimView } from '../model/ledger.ts';
import { hasHappened, isOverdue, isWithdrawn, saidOn, statusOn } from '../model/status.ts';

/** A claim in its ledger. */
export interface Held {
  /** The ledger's name. */
  readonly ledger: string;
  readonly article: ArticleView;
  readonly claim: ClaimView;
}

/** Whether a claim had been said, and had joined its ledger, by a day. */
export const isThere = ({ article, claim }: Held, day: string): boolean =>
  hasHappened(saidOn(claim, article), day) && hasHappened(claim.added, day);

/** Whether a claim was overdue on a day, if it was there. */
export const isOverdueOn = (held: Held, day: string): boolean =>
  isThere(held, day) && !isWithdrawn(held.claim, day) && isOverdue(statusOn(held.claim, day), held.claim.due, day);
