import type { Claim } from '../model/ledger.ts';

/** A claim that is named as the place of another and cannot have taken it. */
export interface BrokenInstead {
  readonly id: string;
  readonly why: 'is not there' | 'is the claim itself' | 'leads back to it';
}

/** What is wrong with a claim's `instead`. @param claims of its ledger, by their ids */
export function brokenInstead(claim: Claim, claims: ReadonlyMap<string, Claim>): BrokenInstead[] {
  return (claim.withdrawn?.instead ?? []).flatMap((id): BrokenInstead[] => {
    const other = claims.get(id);
    if (!other) return [{ id, why: 'is not there' }];
    if (other === claim) return [{ id, why: 'is the claim itself' }];
    return leadsTo(other, claim, claims) ? [{ id, why: 'leads back to it' }] : [];
  });
}

function leadsTo(from: Claim, to: Claim, claims: ReadonlyMap<string, Claim>): boolean {
  const seen = new Set<Claim>([from]);
  for (const one of seen) {
    for (const id of one.withdrawn?.instead ?? []) {
      const next = claims.get(id);
      if (next === to) return true;
      if (next) seen.add(next);
    }
  }
  return false;
}
