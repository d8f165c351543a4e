import { type AnswerVerb, answerVerb } from './answer-verb.ts';

/** The answers that are about the run itself, whatever it goes through. */
export const ownAnswers = <S>(): Readonly<Record<string, AnswerVerb<S>>> => ({
  u: answerVerb(null, {}, 'take back the last answer of this run', () => 'undo'),
  '?': answerVerb(null, {}, 'say what the answers are', () => 'help'),
  q: answerVerb(null, {}, 'leave', () => 'leave'),
});
