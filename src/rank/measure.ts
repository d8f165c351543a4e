import { Bm25, type Gains } from './bm25.ts';
import type { Documents } from './documents.ts';
import { pieceUnits } from './pieces.ts';
import type { Passage, Query } from './query.ts';
import { wordUnits } from './word-units.ts';

/** How much of a query a document has. */
export interface Measured {
  readonly score: number;
  /** What each word of the query adds to the score, by its index. */
  readonly words: Gains;
  /** The part of a long query that is most like the document. */
  readonly passage: Passage | null;
}

/** What the pieces of words weigh beside the words. */
const PIECES = 0.2;
/** What a long text as a whole weighs beside its best passage. */
const WHOLE = 0.5;

/** How much documents are like a query: words that are the same or alike, and pieces of words, by BM25. */
export class Measure {
  /** How many times the score by the whole query the one by passages is at most. */
  readonly most: number;
  private readonly query: Query;
  private readonly words: Bm25;
  private readonly pieces: Bm25;

  constructor(documents: Documents, query: Query) {
    this.query = query;
    // A passage has no more of it than the whole.
    this.most = query.passages.length > 0 ? 1 + WHOLE : 1;
    this.words = new Bm25(documents, wordUnits(query.words, documents.words));
    this.pieces = new Bm25(documents, pieceUnits(query.pieces, documents.words));
  }

  /** The score by the whole query. */
  whole(document: number): number {
    return this.words.score(document) + PIECES * this.pieces.score(document);
  }

  /** The score by the best passage and the whole query, or the whole alone where it is short. */
  of(document: number): Measured {
    const words = this.words.gains(document);
    const pieces = this.pieces.gains(document);
    const whole = sumOf(words.values()) + PIECES * sumOf(pieces.values());
    const [ofWord, ofPiece] = [dense(words, this.query.words.length), dense(pieces, this.query.pieces.length)];
    let best: { score: number; passage: Passage } | null = null;
    for (const passage of this.query.passages) {
      const score = sumAt(ofWord, passage.words) + PIECES * sumAt(ofPiece, passage.pieces);
      if (best === null || score > best.score) best = { score, passage };
    }
    if (best === null) return { score: whole, words, passage: null };
    const within = new Set(best.passage.words);
    const shares = Array.from(words, ([term, gain]) => [term, gain * (WHOLE + (within.has(term) ? 1 : 0))] as const);
    return { score: best.score + WHOLE * whole, words: new Map(shares), passage: best.passage };
  }
}

function sumOf(gains: Iterable<number>): number {
  let sum = 0;
  for (const gain of gains) sum += gain;
  return sum;
}

/** Gains by their terms, as an array: a long text has thousands of passages to add them up for. */
function dense(gains: Gains, terms: number): Float64Array {
  const all = new Float64Array(terms);
  for (const [term, gain] of gains) all[term] = gain;
  return all;
}

function sumAt(gains: Float64Array, terms: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at++) sum += gains[terms[at] ?? 0] ?? 0;
  return sum;
}
