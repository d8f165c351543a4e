import { Refusal } from '../../model/refusal.ts';
import { fold } from '../../text/fold.ts';
import { answerVerb, type Move } from '../answer-verb.ts';
import { type Annotated, hereOf, isOfBody, nextOpen, placeOf } from './annotated.ts';

/** `n`: the next sentence that nothing accounts for. */
export const next = answerVerb(null, {}, 'go to the next open sentence', (state: Annotated, { about }) => {
  const from = hereOf(state, about).indexes[0];
  const open = nextOpen(state, from);
  if (open === null) return stay(state, 'nothing is open: every sentence is accounted for');
  return open === from ? stay(state, 'no other sentence is open') : moved(state, open, 'next');
});

/** `b`: the sentence before; at the first one, it stays. */
export const back = answerVerb(null, {}, 'go to the sentence before', (state: Annotated, { about }) => {
  const from = hereOf(state, about).indexes[0];
  const before = state.sentences.findLastIndex((one, index) => index < from && isOfBody(one));
  return before === -1 ? stay(state, 'is the first sentence') : moved(state, before, 'back');
});

/** `g PLACE` */
export const goTo = answerVerb('to', {}, 'go to a place: 3, 2.1', (state: Annotated, { about, text }) => {
  const typed = text === '' ? about : text;
  if (typed === null) throw new Refusal('go to which place?', 'Write, for example: g 2.1');
  return moved(state, hereOf(state, typed).indexes[0], 'reached');
});

/** `/ WORDS`: the next sentence that has them, from the start again after the last. */
export const find = answerVerb('words', {}, 'find words in the article', (state: Annotated, { about, text }) => {
  const wanted = fold(text);
  if (wanted === '') throw new Refusal('find which words?', 'Write, for example: / harbour');
  const from = hereOf(state, about).indexes[0];
  const has = state.sentences.map((one) => isOfBody(one) && fold(one.text ?? '').includes(wanted));
  const later = has.findIndex((isThere, index) => isThere && index > from);
  const found = later === -1 ? has.indexOf(true) : later;
  if (found === -1) throw new Refusal(`no sentence has the words “${text}”`);
  return moved(state, found, 'found');
});

function moved(state: Annotated, at: number, words: string): Move<Annotated> {
  const sentence = state.sentences[at];
  const place = sentence ? placeOf(sentence) : '';
  return { to: { ...state, at }, told: { place, words, id: null, changes: [] } };
}

const stay = (state: Annotated, words: string) => moved(state, state.at, words);
