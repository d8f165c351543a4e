import { anchorName } from '../../article/anchor-name.ts';
import { anchorClaim } from '../../change/add-anchor.ts';
import { answerVerb, type Planned } from '../answer-verb.ts';
import { type Annotated, type Here, hereOf } from './annotated.ts';
import { claimNamed } from './claim-named.ts';

/** `l ID`: the sentence makes a claim that the ledger has. */
export const tieHere = answerVerb(
  'id',
  {},
  'tie a claim of the ledger to the sentence',
  (state: Annotated, { about, text }) => {
    const here = hereOf(state, about);
    return {
      plan: (now) => tying(now, here, claimNamed(now, text, here).id),
      after: (now) => ({ ...now, at: here.indexes[0] }),
    };
  },
);

/**
 * What ties a claim to sentences: nothing where all of them have it, however it is anchored there.
 * @param more what is told besides
 */
export function tying(
  { target, sentences, nameOf }: Annotated,
  { place, indexes, anchor }: Here,
  id: string,
  more = '',
): Planned {
  const isThere = indexes.every((index) => sentences[index]?.claims.includes(id));
  const changes = isThere ? [] : anchorClaim(target.ledger, id, anchor);
  const words = `${changes.length > 0 ? 'tied' : 'already tied'} ${nameOf(id)}${more}`;
  const keys = changes.length > 0 ? [{ key: 'anchors', from: null, to: anchorName(anchor) }] : [];
  return { changes, told: { place, words, id, changes: keys } };
}
