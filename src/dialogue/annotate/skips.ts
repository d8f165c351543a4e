import type { CoveredSentence } from '../../article/coverage.ts';
import { skipSentences } from '../../change/skip-sentences.ts';
import { skipsInArticle } from '../../flow/skips-in-article.ts';
import { Refusal } from '../../model/refusal.ts';
import { one } from '../../options/option.ts';
import { text } from '../../options/values.ts';
import { defined } from '../../text/defined.ts';
import { answerVerb, type Planned, type Write } from '../answer-verb.ts';
import { type Annotated, blockOf, hereOf, isOpen, nextOpen, placeOf } from './annotated.ts';

/** `s`: the sentence makes no claim, for the reason last given or a new one. */
export const skip = answerVerb(
  'reason',
  {},
  'skip the sentence, for the reason last given',
  (state: Annotated, { about, text: reason }) => {
    const here = hereOf(state, about);
    return skipping(here.place, here.indexes, reason);
  },
);

/** `w REASON --to PLACE`: another reason, and up to where. */
export const skipUpTo = answerVerb(
  'reason',
  { to: one('place', text, 'the last sentence') },
  'skip the sentence for another reason, or all up to a place',
  (state: Annotated, { about, text: reason, fields: { to } }) => {
    if (reason === '') throw new Refusal('why does the sentence make no claim? w needs a reason', 'Write: w REASON');
    const here = hereOf(state, about);
    if (to === null) return skipping(here.place, here.indexes, reason);
    const first = here.indexes[0];
    const last = defined(hereOf(state, to).indexes.at(-1));
    if (last < first) throw new Refusal(`--to ${to} is before ${here.place}`, 'Give the last sentence to skip.');
    return skipping(here.place, indexesFrom(first, last), reason);
  },
);

/** `S`: what is open from here to the end of the paragraph; where nothing is, nothing is written. */
export const skipParagraph = answerVerb(
  'reason',
  {},
  'skip what is open to the end of the paragraph',
  (state: Annotated, { about, text: reason }) => {
    const here = hereOf(state, about);
    return skipping(here.place, restOfParagraph(state, here.indexes[0]), reason);
  },
);

/** The sentences from one to the end of its paragraph, or heading, by their indexes. */
export const restOfParagraph = (state: Annotated, first: number): readonly number[] =>
  indexesFrom(first, blockOf(state, first)[1]);

const indexesFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Skips those of some sentences that are open, and goes on to the next one that is. @param reason empty for the last */
function skipping(place: string, indexes: readonly number[], reason: string): Write<Annotated> {
  return {
    plan: (state) => planned(state, place, indexes, reason),
    after(state) {
      const last = indexes.at(-1) ?? state.at;
      return { ...state, at: nextOpen(state, last) ?? last, reason: reason === '' ? state.reason : reason };
    },
  };
}

function planned(
  { target, article, today, sentences, reason: lastReason, nameOf }: Annotated,
  place: string,
  indexes: readonly number[],
  typed: string,
): Planned {
  const meant = indexes.map((index) => defined(sentences[index]));
  const open = meant.filter(isOpen);
  const [first] = open;
  if (first === undefined) {
    return { changes: [], told: { place, words: whyNone(meant, nameOf), id: null, changes: [] } };
  }
  const reason = typed === '' ? lastReason : typed;
  if (reason === null) {
    throw new Refusal('why does the sentence make no claim? No reason was given yet', 'Write: s REASON');
  }
  const located = skipsInArticle(target, article, today);
  const wanted = indexes.flatMap((index) => located.positions.get(defined(article.sentences[index])) ?? []);
  const { changes, keys } = skipSentences(located, wanted, reason);
  const [count, last] = [open.length, defined(open.at(-1))];
  const where = count === 1 ? placeOf(first) : `${placeOf(first)}-${placeOf(last)}`;
  const words = count === 1 ? 'skipped' : `skipped (${count} sentences)`;
  return { changes, told: { place: where, words, id: null, changes: keys } };
}

/** Why there is nothing to skip. */
function whyNone(sentences: readonly CoveredSentence[], nameOf: Annotated['nameOf']): string {
  const [only, ...others] = sentences;
  if (only === undefined || others.length > 0) return 'nothing is open there';
  if (only.claims.length > 0) return `already has ${only.claims.map(nameOf).join(', ')}`;
  return only.skipped ? 'already skipped' : 'is not counted, and needs no skip';
}
