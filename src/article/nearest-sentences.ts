import { fold } from '../text/fold.ts';
import type { ArticleText, Sentence } from './article.ts';

/** A sentence that is like a text, and how much: 0 to 1, the Dice coefficient of their words. */
export interface NearSentence {
  readonly sentence: Sentence;
  readonly score: number;
}

/** Below this, what two texts share is chance. */
const LEAST = 0.25;

/** The sentences most like a text, the best first, for a person to look at; they never stand for an anchor. */
export function nearestSentences(
  text: string,
  { sentences }: ArticleText,
  count: number,
  least = LEAST,
): NearSentence[] {
  const wanted = wordsOf(text);
  const scored = sentences.map((sentence) => {
    const words = wordsOf(sentence.text);
    const common = [...wanted].filter((word) => words.has(word)).length;
    return { sentence, score: (2 * common) / (wanted.size + words.size || 1) };
  });
  return scored
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, count);
}

const wordsOf = (text: string) => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** `paragraph 3, sentence 1`, or a heading. */
export const describePlace = ({ paragraph, sentence }: Pick<Sentence, 'paragraph' | 'sentence'>): string =>
  paragraph === null ? 'a heading' : `paragraph ${paragraph}, sentence ${sentence}`;

/** `paragraph 3, sentence 1 (82% alike)`, or a heading. */
export const describeNear = ({ sentence, score }: NearSentence): string =>
  `${describePlace(sentence)} (${Math.floor(score * 100)}% alike)`;
