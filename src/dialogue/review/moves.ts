import { answerVerb, type Move } from '../answer-verb.ts';
import { itemAtHand, onward, type Reviewed, seenFrom } from './reviewed.ts';

/** `s`: another time. */
export const leaveOut = answerVerb(null, {}, 'skip the claim this time', (state: Reviewed) => {
  const next = onward(state);
  return moved(state, next, next === state ? 'skipped; no pending claim is after it' : 'skipped');
});

/** `b` */
export const back = answerVerb(null, {}, 'go back to the claim before', (state: Reviewed) => {
  if (state.at === 0) return moved(state, state, 'is the first claim');
  const before = seenFrom(state, state.at - 1);
  return moved(before, before, 'back');
});

/** @param told the claim that it is told of */
function moved(told: Reviewed, to: Reviewed, words: string): Move<Reviewed> {
  const { id, name } = itemAtHand(told);
  return { to, told: { place: name, words, id, changes: [] } };
}
