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
    const { count, numbers } = documents;
    const { lengths, ofWord, worths } = units;
    const frequency = new Int32Array(worths.length);
    const lastSeen = new Int32Array(worths.length).fill(-1);
    let length = 0;
    // Loops that make no objects: this is most of the work where there are many documents.
    for (let document = 0, place = 0; document < count; document++) {
      for (const end = documents.startOf(document + 1); place < end; place++) {
        const word = numbers[place] ?? 0;
        length += lengths[word] ?? 0;
        const counted = ofWord[word];
        if (counted === undefined) continue;
        for (let at = 0; at < counted.length; at++) {
          const unit = counted[at] ?? 0;
          if (lastSeen[unit] === document) continue;
          lastSeen[unit] = document;
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
    for (let at = 0; at < this.present.length; at++) sum += this.gain(this.present[at] ?? 0, length);
    return sum;
  }

  /** What each term of the query adds to a document's score. */
  gains(document: number): Gains {
    const length = this.count(document);
    return new Map(this.present.map((term) => [term, this.gain(term, length)]));
  }

  /** Counts the terms in a document. @returns its length in units */
  private count(document: number): number {
    const { lengths, ofWord, worths } = this.units;
    for (const term of this.present) this.often[term] = 0;
    this.present.length = 0;
    let length = 0;
    const { numbers } = this.documents;
    const end = this.documents.startOf(document + 1);
    for (let place = this.documents.startOf(document); place < end; place++) {
      const word = numbers[place] ?? 0;
      length += lengths[word] ?? 0;
      const counted = ofWord[word];
      if (counted === undefined) continue;
      for (let at = 0; at < counted.length; at++) this.take(worths[counted[at] ?? 0] ?? []);
    }
    return length;
  }

  private take(worths: readonly Worth[]): void {
    const { often, present } = this;
    for (let at = 0; at < worths.length; at++) {
      const one = worths[at];
      if (one === undefined) continue;
      if (often[one.term] === 0) present.push(one.term);
      often[one.term] = (often[one.term] ?? 0) + one.worth;
    }
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
