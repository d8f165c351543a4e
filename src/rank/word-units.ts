import type { Units, Worth } from './bm25.ts';
import { LettersFilter } from './letters-filter.ts';
import { likeness, stemOf } from './likeness.ts';

/**
 * The words of documents as they count for the words of a query: each for itself, and for those that it is like, by
 * the square of how alike they are.
 * @param query distinct words; a term's number is its word's index
 * @param words of the documents, by number
 */
export function wordUnits(query: readonly string[], words: readonly string[]): Units {
  const near = new Map<string, number[]>();
  const beginnings = new LettersFilter();
  for (const [term, word] of query.entries()) {
    const stem = stemOf(word) ?? word;
    near.set(stem, [...(near.get(stem) ?? []), term]);
    beginnings.add(stem);
  }
  const worths: Worth[][] = [];
  const ofWord = words.map((word) => {
    if (!beginnings.mayBegin(word)) return undefined;
    const counted = (near.get(stemOf(word) ?? word) ?? [])
      .map((term) => ({ term, worth: likeness(query[term] ?? '', word) ** 2 }))
      .filter(({ worth }) => worth > 0);
    return counted.length > 0 ? [worths.push(counted) - 1] : undefined;
  });
  return { lengths: new Int32Array(words.length).fill(1), ofWord, worths, terms: query.length };
}
