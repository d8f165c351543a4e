import type { Claim, Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Kind, WrittenAnchor, WrittenSource } from '../model/shape.ts';
import { oneOrMore } from '../text/one-or-more.ts';
import type { Change } from './change.ts';
import { claimOf } from './correction.ts';
import type { IdWord } from './id-words.ts';
import { newId, refuseTaken, takenIds } from './new-id.ts';
import { sameClaim } from './same-claim.ts';
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

/** What adding a claim does. */
export interface Added {
  /** Its id, or that of the claim that is there already. */
  readonly id: string;
  readonly changes: readonly Change[];
  /** The claim that is there already, so that none is added. */
  readonly existing: Claim | null;
}

/**
 * What adds a claim to a ledger, and the id it gets. One that replaces another has what is not given from that one, and
 * joins the ledger on the day the other is withdrawn, so that they are never counted side by side. One that the ledger
 * has already is not added again.
 * @throws Refusal if the id is taken, or the ledger has the claim under another id, or withdrawn
 */
export function addClaim(ledger: Ledger, request: ClaimRequest): Added {
  const { replaces } = request;
  const old = replaces && claimOf(ledger, replaces.claim);
  const { text, via, kind, said, due, note, sources } = request;
  const speaker = request.speaker.length > 0 ? request.speaker : (old?.speaker ?? []);
  const withdraw = (instead: string) =>
    replaces ? withdrawClaim(ledger, replaces.claim, [instead], replaces.withdrawal).changes : [];
  const existing = sameClaim(ledger, { text, speaker, said: said ?? old?.said ?? null });
  if (existing) {
    refuseOther(existing, request.id);
    return { id: existing.id, changes: withdraw(existing.id), existing };
  }
  if (request.id !== null) refuseTaken('claim', request.id, ledger.claims);
  const texts = ledger.claims.map((claim) => claim.text);
  const id = request.id ?? newId(request.words, texts, takenIds(ledger.claims), 'claim');
  const item = {
    id,
    text,
    speaker: oneOrMore(speaker),
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
  const changes: Change[] = [...withdraw(id), { kind: 'append', path: ['claims'], item }];
  return { id, changes, existing: null };
}

/** Refuses to take a claim that is there for one that is asked for under another id, or that counts no longer. */
function refuseOther({ id, formerly, withdrawn }: Claim, wanted: string | null): void {
  if (withdrawn !== null) {
    throw new Refusal(
      `that claim was in the ledger as ${id}, and was withdrawn on ${withdrawn.date}: ${withdrawn.reason}`,
      'If it was just withdrawn by mistake: factledger undo. Said again on another day, it is another claim: --said.',
    );
  }
  if (wanted === null || [id, ...formerly].includes(wanted)) return;
  throw new Refusal(
    `that claim is in the ledger already, as ${id}`,
    `Use that id, or change it: factledger rename ${id} ${wanted}`,
  );
}

const writtenAnchor = ({ place: _, ...anchor }: Claim['anchors'][number]) => anchor;
