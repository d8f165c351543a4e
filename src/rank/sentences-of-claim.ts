import { Documents } from './documents.ts';
import { Measure } from './measure.ts';
import { queryOf } from './query.ts';

/** A claim in the order of the file. */
interface PlacedClaim {
  readonly text: string;
  /** The index of the sentence that it is known to be made in; null where that is not known. */
  readonly sentence: number | null;
}

/** How many claims before and after are looked at. */
const REACH = 4;
/** How much likelier a sentence is for each point of its score, as a power of e. */
const CERTAINTY = 0.5;
/** How often the next claim is made anywhere else in the article. */
const ELSEWHERE = 0.4;
/** Where it is not, it is made in the same sentence or soon after; seldom before. */
const AFTER = Math.exp(-1 / 2);
const BEFORE = Math.exp(-1 / 0.3);
const SELDOM = 0.3;

/**
 * Ranks an article's sentences by how likely a claim is made in each, the likeliest first: by how much they are like it,
 * and since claims are mostly written down in the article's order, by where those before and after it are made. Each
 * claim's place is taken for a state of a hidden Markov model. How well it fits decides how much it counts, so that
 * claims in another order are ranked by themselves.
 * @param at the claim's index
 */
export function sentencesOfClaim<S extends { readonly text: string }>(
  at: number,
  claims: readonly PlacedClaim[],
  sentences: readonly S[],
): S[] {
  const start = Math.max(0, at - REACH);
  const around = claims.slice(start, at + REACH + 1);
  const documents = new Documents();
  for (const { text } of [...sentences, ...around]) documents.add([text]);
  const rows = around.map(({ text, sentence }, index) => {
    if (sentence !== null && start + index !== at)
      return averagingOne(sentences.map((_, one) => Number(one === sentence)));
    const measure = new Measure(documents, queryOf([text]));
    return averagingOne(sentences.map((_, one) => Math.exp(CERTAINTY * measure.of(one).score)));
  });
  const anywhere = sentences.map(() => 1);
  const alone = rows[at - start] ?? anywhere;
  const before = rows.slice(0, at - start).reduce((known, row) => onwards(times(known, row)), anywhere);
  const after = rows.slice(at - start + 1).reduceRight((known, row) => backwards(times(known, row)), anywhere);
  // Without an order, all rows together average one; what they average with it tells how much likelier the order is.
  const inOrder = times(times(before, alone), after);
  return sentences
    .map((sentence, one) => ({ sentence, chance: (inOrder[one] ?? 0) + (alone[one] ?? 0) }))
    .sort((a, b) => b.chance - a.chance)
    .map(({ sentence }) => sentence);
}

const sumOf = (shares: readonly number[]): number => shares.reduce((sum, one) => sum + one, 0);

function averagingOne(shares: readonly number[]): number[] {
  const mean = sumOf(shares) / shares.length;
  return shares.map((share) => share / mean);
}

const times = (some: readonly number[], others: readonly number[]): number[] =>
  some.map((one, at) => one * (others[at] ?? 0));

/** Where the next claim is made, from where one is; the sum stays. */
function onwards(from: readonly number[]): number[] {
  const later = faded(from, AFTER);
  const earlier = faded(from.toReversed(), BEFORE).toReversed();
  const near = later.map((share, at) => share + SELDOM * ((earlier[at] ?? 0) - (from[at] ?? 0)));
  const [sum, kept] = [sumOf(from), sumOf(from) / (sumOf(near) || 1)];
  return near.map((share) => (1 - ELSEWHERE) * share * kept + (ELSEWHERE * sum) / from.length);
}

/** Where the claim before is made, from where one is. */
const backwards = (from: readonly number[]): number[] => onwards(from.toReversed()).toReversed();

/** Each share with those before it, which fade by a factor with every step. */
function faded(shares: readonly number[], factor: number): number[] {
  let sum = 0;
  return shares.map((share) => {
    sum = sum * factor + share;
    return sum;
  });
}
