import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Kind, WrittenAnchor } from '../model/shape.ts';
import { oneOrMore } from '../text/one-or-more.ts';
import type { Change } from './change.ts';
import { newId } from './new-id.ts';

export interface ClaimRequest {
  readonly id: string | null;
  /** What a new id is made of; see `slugOf`, whose tables only those load who need them. */
  readonly slug: string;
  readonly text: string;
  readonly speaker: readonly string[];
  readonly via: string | null;
  readonly kind: Kind | null;
  readonly said: string | null;
  readonly due: string | null;
  readonly tags: readonly string[];
  readonly anchor: WrittenAnchor | null;
}

/**
 * What adds a claim to a ledger, and the id it gets.
 * @throws Refusal if the id is taken
 */
export function addClaim(ledger: Ledger, request: ClaimRequest): { id: string; changes: Change[] } {
  const taken = new Map(ledger.claims.map((claim) => [claim.id, claim.text]));
  if (request.id !== null && taken.has(request.id)) {
    throw new Refusal(`the claim id "${request.id}" is taken: ${taken.get(request.id)}`, 'Choose another --id.');
  }
  const id = request.id ?? newId(request.slug, new Set(taken.keys()), 'claim');
  const { text, via, kind, said, due, tags, anchor } = request;
  const speaker = oneOrMore(request.speaker);
  const anchors = anchor ? [anchor] : [];
  return {
    id,
    changes: [{ kind: 'append', path: ['claims'], item: { id, text, speaker, via, kind, said, due, tags, anchors } }],
  };
}
