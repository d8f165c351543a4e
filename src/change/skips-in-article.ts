import type { Ledger } from '../model/ledger.ts';
import { describeRange } from '../model/typed-place.ts';
import { defined } from '../text/defined.ts';

export type Skip = Ledger['article']['skips'][number];

/** A sentence of the article that is in no heading, and whether something accounts for it. */
export interface BodySentence {
  readonly paragraph: number;
  readonly sentence: number;
  readonly digest: string;
  /** The ids of the claims that are anchored in it. */
  readonly claims: readonly string[];
  readonly isSkipped: boolean;
}

/** A digest of a skip, and the sentences it is found in, as positions in the body; none where it is lost. */
export interface SkipUnit {
  readonly digest: string;
  readonly held: readonly number[];
}

/** A skip of the ledger, and where it stands in the article. */
export interface StandingSkip {
  readonly skip: Skip;
  /** One for each digest, in order; none where it is by its words, or cannot be placed. */
  readonly units: readonly SkipUnit[];
  /** All sentences that it skips, as positions in the body, ascending. */
  readonly held: readonly number[];
  /** As people call it. */
  readonly name: string;
  /** Whether nothing but the format's own keys is in it: no comment, no key of the user's own, nothing shared. */
  readonly isPlain: boolean;
}

/** An article as its skips see it. */
export interface SkipsInArticle {
  /** All sentences but those of headings, in order. */
  readonly body: readonly BodySentence[];
  readonly skips: readonly StandingSkip[];
}

/** A sentence by its own digest. */
export const unitOf = (at: number, body: readonly BodySentence[]): SkipUnit => ({
  digest: defined(body[at]).digest,
  held: [at],
});

export const sentencesIn = (units: readonly SkipUnit[], body: readonly BodySentence[]): BodySentence[] =>
  units.flatMap(({ held }) => held.map((at) => defined(body[at])));

/** Positions in stretches of neighbours, each in order. @param positions ascending */
export function stretchesOf(positions: readonly number[]): number[][] {
  const stretches: number[][] = [];
  for (const at of positions) {
    const last = stretches.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else stretches.push([at]);
  }
  return stretches;
}

/** Neighbouring sentences as people call them: `2.1`, `2.3-3.2 (4 sentences)`. */
export function stretchName(sentences: readonly Pick<BodySentence, 'paragraph' | 'sentence'>[]): string {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return '';
  const count = sentences.length > 1 ? ` (${sentences.length} sentences)` : '';
  return `${describeRange({ first, last })}${count}`;
}
