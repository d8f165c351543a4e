import { fold } from '../text/fold.ts';
import type { ArticleText, Sentence } from './article.ts';

/** A sentence that is like a text, and how much: 0 to 1, the Dice coefficient of their words. */
export interface NearSentence {
  readonly sentence: Sentence;
  readonly score: number;
}

/** Below this, what two texts share is chance. */
const LEAST = 0.25;

/** The sentence most like words that were once in the article, to tell what became of them; null where none is. */
export function nearestSentence(text: string, { sentences }: ArticleText): NearSentence | null {
  const wanted = wordsOf(text);
  let nearest: NearSentence | null = null;
  for (const sentence of sentences) {
    const words = wordsOf(sentence.text);
    const common = [...wanted].filter((word) => words.has(word)).length;
    const score = (2 * common) / (wanted.size + words.size || 1);
    if (score >= LEAST && score > (nearest?.score ?? 0)) nearest = { sentence, score };
  }
  return nearest;
}

const wordsOf = (text: string) => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** `paragraph 3, sentence 1`, or a heading. */
export const describePlace = ({ paragraph, sentence }: Pick<Sentence, 'paragraph' | 'sentence'>): string =>
  paragraph === null ? 'a heading' : `paragraph ${paragraph}, sentence ${sentence}`;

/** `paragraph 3, sentence 1 (82% alike)`, or a heading. */
export const describeNear = ({ sentence, score }: NearSentence): string =>
  `${describePlace(sentence)} (${Math.floor(score * 100)}% alike)`;
