import type { Units } from './bm25.ts';
import { LettersFilter } from './letters-filter.ts';

const PIECE = 4;

/** The pieces of four letters of a word with its ends marked, `_wor`, `word`, `ord_`; a shorter one is a piece itself. */
export function piecesOf(word: string): string[] {
  const marked = `_${word}_`;
  const pieces: string[] = [];
  for (let at = 0; at < countOf(word); at++) pieces.push(marked.slice(at, at + PIECE));
  return pieces;
}

const countOf = (word: string): number => Math.max(1, word.length + 2 - PIECE + 1);

/** The pieces of documents' words as they count for the distinct pieces of a query: each for itself. */
export function pieceUnits(query: readonly string[], words: readonly string[]): Units {
  const terms = new Map(query.map((piece, term) => [piece, term]));
  const filter = new LettersFilter();
  for (const piece of query) filter.add(piece.replaceAll('_', ''));
  const lengths = new Int32Array(words.length);
  const ofWord = words.map((word, at) => {
    lengths[at] = countOf(word);
    if (!filter.mayBeIn(word)) return undefined;
    const wanted: number[] = [];
    for (const piece of piecesOf(word)) {
      const term = terms.get(piece);
      if (term !== undefined) wanted.push(term);
    }
    return wanted.length > 0 ? wanted : undefined;
  });
  return { lengths, ofWord, worths: query.map((_, term) => [{ term, worth: 1 }]), terms: query.length };
}
