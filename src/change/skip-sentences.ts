import { defined } from '../text/defined.ts';
import { oneOrMore } from '../text/one-or-more.ts';
import type { Change } from './change.ts';
import type { Correction, KeyChange } from './correction.ts';
import { hintedAt, skipRecord } from './skip-record.ts';
import {
  type BodySentence,
  type Skip,
  type SkipsInArticle,
  type StandingSkip,
  sentencesIn,
  stretchesOf,
  stretchName,
  unitOf,
} from './skips-in-article.ts';

/** What skips sentences. */
export interface SkippedSentences extends Correction {
  /** What is skipped now, as people call it. */
  readonly skipped: readonly string[];
  /** What is left out: with a claim, or skipped already. */
  readonly withClaim: readonly string[];
  readonly skippedBefore: readonly string[];
}

/** New sentences, and skips of the ledger that they join, in the order of the article. */
type Chain = (readonly number[] | StandingSkip)[];

/**
 * What skips sentences that make no claim: one record for each run of neighbours. Sentences that have a claim or are
 * skipped are left out. Skips by digest that stand right beside the new sentences with the same reason join them in one
 * record; those with comments or keys of the user's own are left alone.
 * @param wanted positions in the body
 */
export function skipSentences(
  { body, skips }: SkipsInArticle,
  wanted: readonly number[],
  reason: string,
): SkippedSentences {
  const meant = [...new Set(wanted)].sort((a, b) => a - b);
  const sentenceAt = (at: number) => defined(body[at]);
  const namesOf = (positions: readonly number[]) =>
    stretchesOf(positions).map((stretch) => stretchName(stretch.map(sentenceAt)));
  const hasClaim = (at: number) => sentenceAt(at).claims.length > 0;
  const isSkipped = (at: number) => !hasClaim(at) && sentenceAt(at).isSkipped;
  const open = meant.filter((at) => !hasClaim(at) && !isSkipped(at));
  const joinable = skips.filter((one) => isJoinable(one, reason));
  const made = chainsOf(stretchesOf(open), joinable).map((chain) => written(chain, body, reason));
  return {
    changes: made.flatMap(({ changes }) => changes),
    keys: made.map(({ key }) => key),
    skipped: namesOf(open),
    withClaim: namesOf(meant.filter(hasClaim)),
    skippedBefore: namesOf(meant.filter(isSkipped)),
  };
}

/** Whether a skip can be added to: it is by digests alone, all of them found, one after the other. */
const isJoinable = ({ skip, units, isPlain }: StandingSkip, reason: string): boolean =>
  isPlain &&
  skip.reason === reason &&
  units.length > 0 &&
  units.every(({ held }) => held.length > 0) &&
  stretchesOf(units.flatMap(({ held }) => held)).length === 1;

/** Each run with the skips right before and after it; runs with a skip between them are one chain. */
function chainsOf(runs: readonly (readonly number[])[], skips: readonly StandingSkip[]): Chain[] {
  const chains: Chain[] = [];
  for (const run of runs) {
    const tail = chains.at(-1)?.at(-1);
    const endsBefore = (one: StandingSkip) => one.held.at(-1) === defined(run[0]) - 1;
    const after = skips.find(({ held }) => held[0] === defined(run.at(-1)) + 1);
    const next: Chain = after ? [run, after] : [run];
    if (tail && 'held' in tail && endsBefore(tail)) chains.at(-1)?.push(...next);
    else {
      const before = skips.find(endsBefore);
      chains.push(before ? [before, ...next] : next);
    }
  }
  return chains;
}

/** The first skip of a chain takes in all that follows and comes before; the others go. */
function written(
  chain: Chain,
  body: readonly BodySentence[],
  reason: string,
): { readonly changes: readonly Change[]; readonly key: KeyChange } {
  const units = chain.flatMap((part) => ('held' in part ? part.units : part.map((at) => unitOf(at, body))));
  const joined = chain.filter((part) => 'held' in part);
  const [keeper, ...others] = joined;
  const digests = units.map(({ digest }) => digest);
  const sentences = sentencesIn(units, body);
  const key = { key: 'skips', from: oneOrMore(joined.map(({ name }) => name)), to: stretchName(sentences) };
  if (keeper === undefined) return { changes: [skipRecord(units, body, reason)], key };
  const isFirst = chain[0] === keeper;
  return {
    changes: [
      ...(isFirst ? [] : hintedAt(keeper.skip, defined(sentences[0]))),
      ...withDigests(keeper.skip, digests, isFirst),
      ...others.map(({ skip }): Change => ({ kind: 'remove', path: ['article', 'skips', skip.place.index] })),
    ],
    key,
  };
}

/** @param isLonger whether the digests start with those that are there */
function withDigests({ place, digest, digests }: Skip, wanted: readonly string[], isLonger: boolean): Change[] {
  const path = ['article', 'skips', place.index] as const;
  if (digest !== null) return [{ kind: 'set', path: [...path, 'digest'], as: 'digests', value: wanted }];
  if (!isLonger) return [{ kind: 'set', path: [...path, 'digests'], value: wanted }];
  return wanted.slice(digests.length).map((item): Change => ({ kind: 'append', path: [...path, 'digests'], item }));
}
