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

  constructor(documents: Documents, units: Units) {
    this.documents = documents;
    this.units = units;
    const { count } = documents;
    const { worths, terms } = units;
    const frequency = new Int32Array(worths.length);
    const lastSeen = new Int32Array(worths.length).fill(-1);
    let length = 0;
    for (let at = 0; at < count; at++) {
      for (const word of documents.at(at)) {
        length += units.lengths[word] ?? 0;
        for (const unit of units.ofWord[word] ?? []) {
          if (lastSeen[unit] === at) continue;
          lastSeen[unit] = at;
          frequency[unit] = (frequency[unit] ?? 0) + 1;
        }
      }
    }
    this.meanLength = length / count || 1;
    this.idf = new Float64Array(terms);
    for (const [unit, counted] of worths.entries()) {
      for (const { term, worth } of counted) this.idf[term] = (this.idf[term] ?? 0) + worth * (frequency[unit] ?? 0);
    }
    this.idf = this.idf.map((sum) => {
      const among = Math.min(count, sum);
      return Math.log(1 + (count - among + 0.5) / (among + 0.5));
    });
  }

  /** What each term of the query adds to a document's score. */
  gains(document: number): Gains {
    const found = new Map<number, number>();
    let length = 0;
    for (const word of this.documents.at(document)) {
      length += this.units.lengths[word] ?? 0;
      for (const unit of this.units.ofWord[word] ?? []) {
        for (const { term, worth } of this.units.worths[unit] ?? []) found.set(term, (found.get(term) ?? 0) + worth);
      }
    }
    const known = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / this.meanLength);
    for (const [term, often] of found) {
      found.set(term, ((this.idf[term] ?? 0) * (SATURATION + 1) * often) / (often + known));
    }
    return found;
  }
}
