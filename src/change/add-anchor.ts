import type { Anchor, Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import type { Change } from './change.ts';
import { type Correction, claimOf } from './correction.ts';

/** What anchors a claim: nothing if it has that very anchor. @throws Refusal if the claim is gone */
export function anchorClaim(ledger: Ledger, claimId: string, anchor: WrittenAnchor): Change[] {
  const claim = claimOf(ledger, claimId);
  if (claim.anchors.some((one) => isSame(one, anchor))) return [];
  return [{ kind: 'append', path: ['claims', claim.place.index, 'anchors'], item: anchor }];
}

const KEYS = ['paragraph', 'sentence', 'digest', 'quote', 'prefix', 'suffix'] as const;

const isSame = (one: Pick<Anchor, (typeof KEYS)[number] | 'digests'>, anchor: WrittenAnchor) =>
  KEYS.every((key) => (one[key] ?? null) === (anchor[key] ?? null)) &&
  one.digests.join() === (anchor.digests ?? []).join();

/**
 * What takes anchors of a claim away.
 * @param isMeant which of them; null for the only one
 * @param nameOf how an anchor is named to people
 * @throws Refusal if none is meant, or it is not clear which
 */
export function removeAnchors(
  ledger: Ledger,
  claimId: string,
  isMeant: ((anchor: Anchor) => boolean) | null,
  nameOf: (anchor: Anchor) => string,
): Correction {
  const { anchors, place } = claimOf(ledger, claimId);
  const meant = isMeant === null ? anchors : anchors.filter(isMeant);
  const listed = anchors.map((anchor) => `  ${nameOf(anchor)}`);
  if (meant.length === 0) {
    const what = isMeant === null || anchors.length === 0 ? 'no anchor' : 'no anchor there';
    throw new Refusal(`${claimId} has ${what}`, ...(listed.length > 0 ? ['Its anchors:', ...listed] : []));
  }
  if (isMeant === null && meant.length > 1) {
    throw new Refusal(`${claimId} has ${meant.length} anchors: say which, or all`, ...listed);
  }
  const path = ['claims', place.index, 'anchors'] as const;
  const left = anchors.filter((anchor) => !meant.includes(anchor));
  const changes: Change[] =
    left.length === 0
      ? [{ kind: 'remove', path }]
      : meant.map((anchor) => ({ kind: 'remove', path: [...path, anchor.place.index] }));
  return { changes, keys: [{ key: 'anchors', from: anchors.map(nameOf), to: left.map(nameOf) }] };
}
