import type { Units, Worth } from './bm25.ts';
import { likeness, stemOf } from './likeness.ts';

/**
 * The words of documents as they count for the words of a query: each for itself, and for those that it is like, by
 * the square of how alike they are.
 * @param query distinct words; a term's number is its word's index
 * @param words of the documents, by number
 */
export function wordUnits(query: readonly string[], words: readonly string[]): Units {
  const same = new Map(query.map((word, term) => [word, term]));
  const byStem = new Map<string, number[]>();
  for (const [term, word] of query.entries()) {
    const stem = stemOf(word);
    if (stem !== null) byStem.set(stem, [...(byStem.get(stem) ?? []), term]);
  }
  const worths: Worth[][] = [];
  const ofWord = words.map((word) => {
    const stem = stemOf(word);
    const near = stem === null ? [same.get(word)].filter((term) => term !== undefined) : (byStem.get(stem) ?? []);
    const counted = near
      .map((term) => ({ term, worth: likeness(query[term] ?? '', word) ** 2 }))
      .filter(({ worth }) => worth > 0);
    return counted.length > 0 ? [worths.push(counted) - 1] : undefined;
  });
  return { lengths: new Int32Array(words.length).fill(1), ofWord, worths, terms: query.length };
}

const PIECE = 4;

/** The pieces of four letters of a word with its ends marked, `_wor`, `word`, `ord_`; a shorter one is a piece itself. */
export function piecesOf(word: string): string[] {
  const marked = `_${word}_`;
  const count = Math.max(1, marked.length - PIECE + 1);
  return Array.from({ length: count }, (_, at) => marked.slice(at, at + PIECE));
}

/** The pieces of documents' words as they count for the distinct pieces of a query: each for itself. */
export function pieceUnits(query: readonly string[], words: readonly string[]): Units {
  const terms = new Map(query.map((piece, term) => [piece, term]));
  const lengths = new Int32Array(words.length);
  const ofWord = words.map((word, at) => {
    const pieces = piecesOf(word);
    lengths[at] = pieces.length;
    const wanted = pieces.map((piece) => terms.get(piece)).filter((term) => term !== undefined);
    return wanted.length > 0 ? wanted : undefined;
  });
  return { lengths, ofWord, worths: query.map((_, term) => [{ term, worth: 1 }]), terms: query.length };
}
