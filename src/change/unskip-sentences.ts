import { Refusal } from '../model/refusal.ts';
import { defined } from '../text/defined.ts';
import { oneOrMore } from '../text/one-or-more.ts';
import type { Change } from './change.ts';
import type { Correction } from './correction.ts';
import { hintedAt, skipRecord } from './skip-record.ts';
import {
  type BodySentence,
  type Skip,
  type SkipsInArticle,
  type SkipUnit,
  type StandingSkip,
  sentencesIn,
  stretchesOf,
  stretchName,
  unitOf,
} from './skips-in-article.ts';

/** What takes sentences out of skips. */
interface UnskippedSentences extends Correction {
  /** What is skipped no longer, as people call it. */
  readonly gone: readonly string[];
}

/**
 * What takes sentences out of the skips of a ledger: a run is split where they stand within it, and a skip of which
 * nothing is left is taken away.
 * @param wanted positions in the body
 * @param isMeant whether a skip that is not found in the article is to be taken away
 * @throws Refusal where a part of a skip by its words is wanted
 */
export function unskipSentences(
  { body, skips }: SkipsInArticle,
  wanted: ReadonlySet<number>,
  isMeant: (skip: Skip) => boolean,
): UnskippedSentences {
  const lost = skips.filter((one) => one.held.length === 0 && isMeant(one.skip));
  const gone = new Set(skips.flatMap(({ held }) => held).filter((at) => wanted.has(at)));
  const stretches = stretchesOf([...gone].sort((a, b) => a - b)).map((stretch) =>
    stretch.map((at) => defined(body[at])),
  );
  const touched = skips
    .filter((one) => lost.includes(one) || one.held.some((at) => gone.has(at)))
    .map((one) => ({ one, left: one.held.every((at) => gone.has(at)) ? [] : piecesOf(one, gone, body) }));
  const isNothingLeft =
    touched.length > 0 &&
    touched.length === skips.length &&
    touched.every(({ one, left }) => one.isPlain && left.length === 0);
  return {
    changes: isNothingLeft
      ? [{ kind: 'remove', path: ['article', 'skips'] }]
      : touched.flatMap(({ one, left }) => changesTo(one, left, body)),
    keys: touched.map(({ one, left }) => ({
      key: 'skips',
      from: one.name,
      to: oneOrMore(left.map((piece) => stretchName(sentencesIn(piece, body)))),
    })),
    gone: [...stretches.map(stretchName), ...lost.map(({ name }) => name)],
  };
}

/** What stays of a skip, in pieces. A digest that is not found stays with its neighbours. */
function piecesOf(
  { units, name }: StandingSkip,
  wanted: ReadonlySet<number>,
  body: readonly BodySentence[],
): SkipUnit[][] {
  if (units.length === 0) {
    throw new Refusal(`the skip of ${name} is by its words: no part of it can be taken out`, 'Name all of it.');
  }
  const pieces: SkipUnit[][] = [];
  let piece: SkipUnit[] = [];
  const isFound = () => piece.some(({ held }) => held.length > 0);
  for (const unit of units) {
    // Of a digest of several sentences, those that stay get their own.
    const isWhole = !unit.held.some((at) => wanted.has(at));
    for (const part of isWhole ? [unit] : unit.held.map((at) => unitOf(at, body))) {
      if (!part.held.some((at) => wanted.has(at))) piece.push(part);
      else if (isFound()) {
        pieces.push(piece);
        piece = [];
      }
    }
  }
  if (isFound()) pieces.push(piece);
  else pieces.at(-1)?.push(...piece);
  return pieces;
}

/** The first piece stays in the record, the others get their own. */
function changesTo(one: StandingSkip, [first, ...others]: SkipUnit[][], body: readonly BodySentence[]): Change[] {
  const { skip } = one;
  if (first === undefined) return [{ kind: 'remove', path: ['article', 'skips', skip.place.index] }];
  const head = first[0]?.held[0];
  return [
    ...(head === undefined ? [] : hintedAt(skip, defined(body[head]))),
    ...withDigestsLeft(one, first),
    ...others.map((piece) => skipRecord(piece, body, skip.reason)),
  ];
}

/** Takes the digests out one by one where it can, so that comments beside the others stay. */
function withDigestsLeft({ skip, units, isPlain }: StandingSkip, left: readonly SkipUnit[]): Change[] {
  const [first = '', ...more] = left.map(({ digest }) => digest);
  const [key, name] = [skip.digest === null ? 'digests' : 'digest', more.length > 0 ? 'digests' : 'digest'];
  const path = ['article', 'skips', skip.place.index, key] as const;
  const gone = units.filter((one) => !left.includes(one)).map(({ digest }) => digest);
  const isOnce = (digest: string) => units.filter((one) => one.digest === digest).length === 1;
  const areAllThere = key === 'digests' && left.every((one) => units.includes(one));
  if (areAllThere && gone.every(isOnce) && (name === key || !isPlain)) {
    return gone.map((item) => ({ kind: 'remove', path, item }));
  }
  const value = more.length > 0 ? [first, ...more] : first;
  return [{ kind: 'set', path, value, ...(name !== key && { as: name }) }];
}
