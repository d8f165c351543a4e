import type { Documents } from './documents.ts';

/** That a unit of a document counts for a term of the query, and how much: 1 for the term itself. */
export interface Worth {
  readonly term: number;
  readonly worth: number;
}

/** What is counted in documents: words, or pieces of words. */
export interface Units {
  /** By a word's number, how many units it is long. */
  readonly lengths: Int32Array;
  /** By a word's number, those of its units that count for the query; undefined where none does. */
  readonly ofWord: readonly (readonly number[] | undefined)[];
  /** By a unit's number, the terms it counts for. */
  readonly worths: readonly (readonly Worth[])[];
  /** How many terms the query has. */
  readonly terms: number;
}

/** The terms of a query that a document has, with what each adds to its score. */
export type Gains = ReadonlyMap<number, number>;

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/**
 * Scores documents for a query by BM25 (Robertson and Zaragoza 2009, in the form with idf above zero), with units that
 * count for a term only in part. The query drives it: there is no index, each document is looked through.
 */
export class Bm25 {
  private readonly documents: Documents;
  private readonly units: Units;
  private readonly idf: Float64Array;
  private readonly meanLength: number;
  /** How often each term is in the document counted last, and the terms that are there at all. */
  private readonly often: Float64Array;
  private readonly present: number[] = [];

  constructor(documents: Documents, units: Units) {
    this.documents = documents;
    this.units = units;
    this.often = new Float64Array(units.terms);
    const { count } = documents;
    const { lengths, ofWord, worths } = units;
    const frequency = new Int32Array(worths.length);
    const lastSeen = new Int32Array(worths.length).fill(-1);
    let length = 0;
    for (let at = 0; at < count; at++) {
      const { words, start, end } = documents.within(at);
      for (let place = start; place < end; place++) {
        const word = words[place] ?? 0;
        length += lengths[word] ?? 0;
        const counted = ofWord[word];
        if (counted === undefined) continue;
        for (const unit of counted) {
          if (lastSeen[unit] === at) continue;
          lastSeen[unit] = at;
          frequency[unit] = (frequency[unit] ?? 0) + 1;
        }
      }
    }
    this.meanLength = length / count || 1;
    this.idf = inverse(frequency, units, count);
  }

  /** A document's score by the whole query. */
  score(document: number): number {
    const length = this.count(document);
    let sum = 0;
    for (const term of this.present) sum += this.gain(term, length);
    return sum;
  }

  /** What each term of the query adds to a document's score. */
  gains(document: number): Gains {
    const length = this.count(document);
    return new Map(this.present.map((term) => [term, this.gain(term, length)]));
  }

  /** Counts the terms in a document. @returns its length in units */
  private count(document: number): number {
    const { often, present } = this;
    const { lengths, ofWord, worths } = this.units;
    for (const term of present) often[term] = 0;
    present.length = 0;
    let length = 0;
    const { words, start, end } = this.documents.within(document);
    for (let place = start; place < end; place++) {
      const word = words[place] ?? 0;
      length += lengths[word] ?? 0;
      const counted = ofWord[word];
      if (counted === undefined) continue;
      for (const unit of counted) {
        for (const { term, worth } of worths[unit] ?? []) {
          if (often[term] === 0) present.push(term);
          often[term] = (often[term] ?? 0) + worth;
        }
      }
    }
    return length;
  }

  private gain(term: number, length: number): number {
    const often = this.often[term] ?? 0;
    const known = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / this.meanLength);
    return ((this.idf[term] ?? 0) * (SATURATION + 1) * often) / (often + known);
  }
}

/** How rare each term is: a term is in as many documents as its units are, each by what it is worth. */
function inverse(frequency: Int32Array, { worths, terms }: Units, count: number): Float64Array {
  const sums = new Float64Array(terms);
  for (const [unit, counted] of worths.entries()) {
    for (const { term, worth } of counted) sums[term] = (sums[term] ?? 0) + worth * (frequency[unit] ?? 0);
  }
  return sums.map((sum) => {
    const among = Math.min(count, sum);
    return Math.log(1 + (count - among + 0.5) / (among + 0.5));
  });
}
