import type { AnswerVerb, Subject } from '../answer-verb.ts';
import { ownAnswers } from '../own-answers.ts';
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
  ...ownAnswers(),
};

/** An article, sentence by sentence, as answers are given to it. */
export const article: Subject<Annotated> = {
  verbs,
  about: { name: 'place', pattern: /^\d/ },
  example: '{"place": "2.1", "verb": "a", "text": "A claim.", "kind": "promise"}',
  seenFrom: (state, at) => ({ ...state, at }),
  // All is in one ledger, and which sentence is at hand is for each answer to say.
  turnedTo: (state) => state,
  ledgersOf: ({ target }) => [target],
  renewed,
  itemOf: hereOf,
  summary: progressOf,
};
