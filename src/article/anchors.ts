import type { Anchor } from '../model/ledger.ts';
import { defined } from '../text/defined.ts';
import { foldTypesetting } from '../text/fold.ts';
import { anchorDigest } from './anchor-digest.ts';
import type { ArticleText, Sentence, Span } from './article.ts';
import { quoteFinder } from './quotes.ts';
import { placeRun } from './runs.ts';

/** How an anchor stands in the article's text. */
export type AnchorState = 'exact' | 'moved' | 'ambiguous' | 'missing';

export interface Located {
  readonly state: AnchorState;
  /** Where it leads to, in order: one place; of a run, one for each sentence that is found, even where others are not. */
  readonly spans: readonly Span[];
  /** Of a run, the positions of the digests that are not found. */
  readonly lost: readonly Lost[];
}

/** A sentence of a run that is not where it should be. */
interface Lost {
  readonly index: number;
  /** The sentence that stands where the one before it was found; null where that is lost, too. */
  readonly after: Sentence | null;
}

/** What an anchor may name; `skips` have the same. */
export type AnchorPlace = Pick<Anchor, 'paragraph' | 'sentence' | 'digest' | 'digests' | 'quote' | 'prefix' | 'suffix'>;

/** Whether an anchor names a place at all: one with neither digest nor quote is a hint for the reader. */
export const namesPlace = ({ digest, digests, quote }: AnchorPlace): boolean =>
  digest !== null || digests.length > 0 || quote !== null;

/** How many neighbouring sentences a digest may have been made of, where another splitter saw one. */
const JOINED = 3;

/** Prepares a text once for any number of anchors; each is then found in time that the text's length hardly matters to. */
export function anchorFinder({ sentences }: ArticleText): (anchor: AnchorPlace) => Located {
  const single = new Map<string, Span[]>();
  for (const [index, { digest }] of sentences.entries()) note(single, digest, { first: index, last: index });
  // Made only where a digest is of no single sentence.
  let joined: Map<string, Span[]> | null = null;
  const ofDigest = (digest: string): readonly Span[] => {
    const found = single.get(digest);
    if (found) return found;
    joined ??= joinedDigests(sentences);
    return joined.get(digest) ?? [];
  };
  let quotes: ReturnType<typeof quoteFinder> | null = null;
  const ofQuote = ({ quote, prefix, suffix }: AnchorPlace): readonly Span[] => {
    quotes ??= quoteFinder(sentences);
    return quotes(foldTypesetting(quote ?? ''), foldTypesetting(prefix ?? ''), foldTypesetting(suffix ?? ''));
  };
  return (anchor) => {
    const { digest, digests, quote } = anchor;
    const named = [
      ...(quote === null ? [] : [ofQuote(anchor)]),
      ...(digest === null ? [] : [ofDigest(digest)]),
      ...(digests.length === 1 ? [ofDigest(defined(digests[0]))] : []),
    ];
    return digests.length > 1
      ? judgeRun(anchor, sentences, ofDigest, named)
      : judge(anchor, sentences, named.reduce(agreeing, named[0] ?? []));
  };
}

/** Where several are given, all must hold: words that are still there do not excuse a sentence that is not. */
const agreeing = (some: readonly Span[], others: readonly Span[]): readonly Span[] =>
  some.filter((one) => others.some((other) => one.first <= other.last && other.first <= one.last));

function joinedDigests(sentences: readonly Sentence[]): Map<string, Span[]> {
  const joined = new Map<string, Span[]>();
  for (const [first] of sentences.entries()) {
    for (let last = first + 1; last < first + JOINED && areNeighbours(sentences, first, last); last++) {
      const texts = sentences.slice(first, last + 1).map(({ text }) => text);
      note(joined, anchorDigest(texts.join(' ')), { first, last });
    }
  }
  return joined;
}

function note(spans: Map<string, Span[]>, digest: string, span: Span): void {
  const known = spans.get(digest);
  if (known) known.push(span);
  else spans.set(digest, [span]);
}

const MISSING: Located = { state: 'missing', spans: [], lost: [] };
const AMBIGUOUS: Located = { state: 'ambiguous', spans: [], lost: [] };

function judge(anchor: AnchorPlace, sentences: readonly Sentence[], spans: readonly Span[]): Located {
  if (spans.length === 0) return MISSING;
  const hinted = hasHint(anchor) ? spans.filter((span) => isWhereHinted(anchor, sentences, span)) : spans;
  const [only, ...more] = hinted.length > 0 ? hinted : spans;
  if (only === undefined || more.length > 0) return AMBIGUOUS;
  return { state: hinted.length > 0 ? 'exact' : 'moved', spans: [only], lost: [] };
}

/**
 * A run is found, `exact` or `moved`, where all of its sentences are; where some are lost, the others count all the same.
 * @param others the places of what else the anchor names, which must agree
 */
function judgeRun(
  anchor: AnchorPlace,
  sentences: readonly Sentence[],
  ofDigest: (digest: string) => readonly Span[],
  others: readonly (readonly Span[])[],
): Located {
  const isHinted = (start: number) =>
    start >= 0 && hasHint(anchor) && isWhereHinted(anchor, sentences, { first: start, last: start });
  const { places, isAmbiguous } = placeRun(anchor.digests, sentences, ofDigest, isHinted);
  if (isAmbiguous) return AMBIGUOUS;
  const spans = places.filter((place) => place !== null);
  const lost = places.flatMap((place, index): Lost[] => {
    const before = places[index - 1];
    return place ? [] : [{ index, after: (before && sentences[before.last]) ?? null }];
  });
  if (lost.length < places.length && others.some((other) => agreeing(spans, other).length === 0)) return MISSING;
  if (lost.length > 0) return { state: 'missing', spans, lost };
  const isThere = !hasHint(anchor) || isWhereHinted(anchor, sentences, defined(spans[0]));
  return { state: isThere ? 'exact' : 'moved', spans, lost };
}

const hasHint = ({ paragraph, sentence }: AnchorPlace) => paragraph !== null || sentence !== null;

/** Whether one of the span's sentences stands where the hint says, as far as it says. */
function isWhereHinted({ paragraph, sentence }: AnchorPlace, sentences: readonly Sentence[], span: Span): boolean {
  return sentences
    .slice(span.first, span.last + 1)
    .some(
      (one) => (paragraph === null || one.paragraph === paragraph) && (sentence === null || one.sentence === sentence),
    );
}

/** Whether two sentences, and so all between, stand in one paragraph or heading. */
function areNeighbours(sentences: readonly Sentence[], first: number, last: number): boolean {
  const [from, to] = [sentences[first], sentences[last]];
  return (
    from !== undefined &&
    to !== undefined &&
    to.sentence - from.sentence === last - first &&
    from.paragraph === to.paragraph
  );
}
