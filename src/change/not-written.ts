import type { Claim, Ledger } from '../model/ledger.ts';
import { kindOf } from '../model/status.ts';
import { anchorClaim } from './add-anchor.ts';
import type { ClaimRequest } from './add-claim.ts';

/** The keys that were asked for of a claim that is there already, and that it has otherwise. */
export function notWritten(ledger: Ledger, claim: Claim, request: ClaimRequest): string[] {
  const { via, kind, due, note, tags, sources, anchor } = request;
  const differs = {
    via: via !== null && via !== claim.via,
    kind: kind !== null && kind !== kindOf(claim),
    due: due !== null && due !== claim.due,
    note: note !== null && note !== claim.note,
    tag: tags.some((tag) => !claim.tags.includes(tag)),
    source: sources.some(({ url }) => !claim.sources.some((one) => one.url === url)),
    anchor: anchor !== null && anchorClaim(ledger, claim.id, anchor).length > 0,
  };
  return Object.entries(differs).flatMap(([key, isOther]) => (isOther ? [key] : []));
}
