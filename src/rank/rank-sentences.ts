import { Documents } from './documents.ts';
import { Measure } from './measure.ts';
import { queryOf } from './query.ts';

/** A sentence that a text is like, and how much; scores of one ranking can be compared. */
export interface RankedSentence<S> {
  readonly sentence: S;
  readonly score: number;
}

/**
 * Ranks sentences by how much they are like a text, by the measure of `rankPool`: best first, equal ones in their
 * order; those that have nothing of it are left out.
 * @param wanted a claim's text, or words to search for
 */
export function rankSentences<S extends { readonly text: string }>(
  wanted: string,
  sentences: readonly S[],
): RankedSentence<S>[] {
  const documents = new Documents();
  for (const { text } of sentences) documents.add([text]);
  const measure = new Measure(documents, queryOf([wanted]));
  return sentences
    .map((sentence, at) => ({ sentence, score: measure.of(at).score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}
