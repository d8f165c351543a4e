import type { AnswerVerb, Subject } from '../answer-verb.ts';
import { ownAnswers } from '../own-answers.ts';
import { editAtHand } from './edit-at-hand.ts';
import { confirm, leavePending, refute } from './judge.ts';
import { back, leaveOut } from './moves.ts';
import { itemOf, progressOf, type Reviewed, renewed, seenFrom, turnedTo } from './reviewed.ts';

const verbs: Readonly<Record<string, AnswerVerb<Reviewed>>> = {
  c: confirm,
  r: refute,
  p: leavePending,
  e: editAtHand,
  s: leaveOut,
  b: back,
  ...ownAnswers(),
};

/** Claims, one by one, as answers are given to them. */
export const claims: Subject<Reviewed> = {
  verbs,
  about: { name: 'claim', pattern: /./ },
  example: '{"claim": "harbour-reopens", "verb": "c", "evidence": ["first-ferry"], "note": "Two weeks late."}',
  seenFrom,
  turnedTo,
  ledgersOf: ({ targets }) => targets,
  renewed,
  itemOf,
  summary: progressOf,
};
