import { spellingsIn } from './find-spellings.ts';
import { likeness } from './likeness.ts';
import type { Query } from './query.ts';
import { wordsOf } from './words.ts';

/** A word of the news with the word of a claim that it is most like. */
export interface WordMatch {
  /** As they are spelled, in small letters. */
  readonly query: string;
  readonly claim: string;
  /** From 0 to 1, which is the same word. */
  readonly likeness: number;
  /** What it adds to the claim's strength. */
  readonly gain: number;
}

/**
 * The words that a claim has in common with a query, those first that add most.
 * @param gains what each word of the query adds, by its index
 * @param texts of the claim
 */
export function wordMatches(
  query: Query,
  gains: ReadonlyMap<number, number>,
  texts: readonly string[],
): readonly WordMatch[] {
  const words = texts.flatMap(spellingsIn).flatMap((spelling) => {
    const found = wordsOf(spelling);
    return found.map((word) => ({ word, spelling: found.length === 1 ? spelling.toLowerCase() : word }));
  });
  return Array.from(gains)
    .sort(([, one], [, other]) => other - one)
    .flatMap(([term, gain]) => {
      const wanted = query.words[term] ?? '';
      let best = { spelling: '', alike: 0 };
      for (const { word, spelling } of words) {
        const alike = likeness(wanted, word);
        if (alike > best.alike) best = { spelling, alike };
      }
      if (best.alike === 0) return [];
      const alike = Math.round(best.alike * 1000) / 1000;
      return [{ query: query.spellings[term] ?? wanted, claim: best.spelling, likeness: alike, gain }];
    });
}
