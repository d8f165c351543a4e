import { fold } from '../text/fold.ts';
import type { ArticleText, Sentence } from './article.ts';

/** A sentence that is like a text, and how much: 0 to 1, the Dice coefficient of their words. */
export interface NearSentence {
  readonly sentence: Sentence;
  readonly score: number;
}

/** Below this, what two texts share is chance. */
const LEAST = 0.4;

/** The sentence most like a text, for a person to look at; null where none is. It never stands for an anchor. */
export function nearestSentence(text: string, { sentences }: ArticleText): NearSentence | null {
  const wanted = wordsOf(text);
  let best: NearSentence | null = null;
  for (const sentence of sentences) {
    const words = wordsOf(sentence.text);
    const common = [...wanted].filter((word) => words.has(word)).length;
    const score = (2 * common) / (wanted.size + words.size || 1);
    if (score >= LEAST && score > (best?.score ?? 0)) best = { sentence, score };
  }
  return best;
}

const wordsOf = (text: string) => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
