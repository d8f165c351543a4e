import type { Claim, Ledger } from '../model/ledger.ts';
import type { Kind, WrittenAnchor, WrittenSource } from '../model/shape.ts';
import { oneOrMore } from '../text/one-or-more.ts';
import type { Change } from './change.ts';
import { claimOf } from './correction.ts';
import type { IdWord } from './id-words.ts';
import { newId, refuseTaken, takenIds } from './new-id.ts';
import { type WithdrawalRequest, withdrawClaim } from './withdraw.ts';

export interface ClaimRequest {
  readonly id: string | null;
  /** What a new id is made of; see `idWordsOf`, whose tables only those load who need them. */
  readonly words: readonly IdWord[];
  readonly text: string;
  readonly speaker: readonly string[];
  readonly via: string | null;
  readonly kind: Kind | null;
  readonly said: string | null;
  readonly due: string | null;
  readonly tags: readonly string[];
  readonly anchor: WrittenAnchor | null;
  /** Where else it was said. */
  readonly sources: readonly WrittenSource[];
  readonly note: string | null;
  /** The claim that it takes the place of, and how that one is withdrawn; null where it takes none's. */
  readonly replaces: { readonly claim: string; readonly withdrawal: WithdrawalRequest } | null;
}

/**
 * What adds a claim to a ledger, and the id it gets. One that replaces another has what is not given from that one, and
 * joins the ledger on the day the other is withdrawn, so that they are never counted side by side.
 * @throws Refusal if the id is taken
 */
export function addClaim(ledger: Ledger, request: ClaimRequest): { id: string; changes: Change[] } {
  if (request.id !== null) refuseTaken('claim', request.id, ledger.claims);
  const id =
    request.id ??
    newId(
      request.words,
      ledger.claims.map((claim) => claim.text),
      takenIds(ledger.claims),
      'claim',
    );
  const { replaces } = request;
  const old = replaces && claimOf(ledger, replaces.claim);
  const { text, via, kind, said, due, note, sources } = request;
  const speaker = oneOrMore(request.speaker.length > 0 ? request.speaker : (old?.speaker ?? []));
  const item = {
    id,
    text,
    speaker,
    via: via ?? old?.via ?? null,
    kind: kind ?? old?.kind ?? null,
    said: said ?? old?.said ?? null,
    due: due ?? old?.due ?? null,
    tags: request.tags.length > 0 ? request.tags : (old?.tags ?? []),
    note,
    sources,
    anchors: request.anchor ? [request.anchor] : (old?.anchors.map(writtenAnchor) ?? []),
    added: replaces && (old?.withdrawn?.date ?? replaces.withdrawal.date),
  };
  const changes: Change[] = [{ kind: 'append', path: ['claims'], item }];
  if (replaces === null) return { id, changes };
  return { id, changes: [...withdrawClaim(ledger, replaces.claim, [id], replaces.withdrawal).changes, ...changes] };
}

const writtenAnchor = ({ place: _, ...anchor }: Claim['anchors'][number]) => anchor;
