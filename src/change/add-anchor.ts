import type { Anchor, Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import type { Change } from './change.ts';

/** What anchors a claim: nothing if it has that very anchor. @throws Refusal if the claim is gone */
export function anchorClaim(ledger: Ledger, claimId: string, anchor: WrittenAnchor): Change[] {
  const claim = ledger.claims.find(({ id }) => id === claimId);
  if (!claim) throw new Refusal(`the claim "${claimId}" is no longer in the ledger`, 'Look at it and try again.');
  if (claim.anchors.some((one) => isSame(one, anchor))) return [];
  return [{ kind: 'append', path: ['claims', claim.place.index, 'anchors'], item: anchor }];
}

/** What skips a sentence, with the reason why it makes no claim: nothing if it is skipped already. */
export function skipSentence(ledger: Ledger, anchor: WrittenAnchor, reason: string): Change[] {
  if (ledger.article.skips.some((one) => isSame(one, anchor))) return [];
  return [{ kind: 'append', path: ['article', 'skips'], item: { ...anchor, reason } }];
}

const KEYS = ['paragraph', 'sentence', 'digest', 'quote', 'prefix', 'suffix'] as const;

const isSame = (one: Pick<Anchor, (typeof KEYS)[number]>, anchor: WrittenAnchor) =>
  KEYS.every((key) => (one[key] ?? null) === (anchor[key] ?? null));
