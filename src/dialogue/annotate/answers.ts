import { type AnswerVerb, answerVerb, type Subject } from '../answer-verb.ts';
import { addHere } from './add-here.ts';
import { type Annotated, hereOf, progressOf, renewed } from './annotated.ts';
import { editHere } from './edit-here.ts';
import { back, find, goTo, next } from './moves.ts';
import { skip, skipParagraph, skipUpTo } from './skips.ts';
import { tieHere } from './tie-here.ts';

const verbs: Readonly<Record<string, AnswerVerb<Annotated>>> = {
  a: addHere,
  l: tieHere,
  s: skip,
  w: skipUpTo,
  S: skipParagraph,
  e: editHere,
  n: next,
  b: back,
  g: goTo,
  '/': find,
  u: answerVerb(null, {}, 'take back the last answer of this run', () => 'undo'),
  '?': answerVerb(null, {}, 'say what the answers are', () => 'help'),
  q: answerVerb(null, {}, 'leave', () => 'leave'),
};

/** An article, sentence by sentence, as answers are given to it. */
export const article: Subject<Annotated> = {
  verbs,
  renewed,
  itemOf: hereOf,
  summary: progressOf,
};
