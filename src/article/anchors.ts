import type { Anchor } from '../model/ledger.ts';
import { foldTypesetting } from '../text/fold.ts';
import { anchorDigest } from './anchor-digest.ts';
import type { ArticleText, Sentence, Span } from './article.ts';
import { quoteFinder } from './quotes.ts';

/** How an anchor stands in the article's text. */
export type AnchorState = 'exact' | 'moved' | 'ambiguous' | 'missing';

export interface Located {
  readonly state: AnchorState;
  /** Null unless it leads to one place. */
  readonly span: Span | null;
}

/** What an anchor may name; `skips` have the same. */
export type AnchorPlace = Pick<Anchor, 'paragraph' | 'sentence' | 'digest' | 'quote' | 'prefix' | 'suffix'>;

/** Whether an anchor names a place at all: one with neither digest nor quote is a hint for the reader. */
export const namesPlace = ({ digest, quote }: AnchorPlace): boolean => digest !== null || quote !== null;

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
  return (anchor) => {
    const digested = anchor.digest === null ? [] : ofDigest(anchor.digest);
    let quoted: readonly Span[] = [];
    if (anchor.quote !== null) {
      quotes ??= quoteFinder(sentences);
      quoted = quotes(
        foldTypesetting(anchor.quote),
        foldTypesetting(anchor.prefix ?? ''),
        foldTypesetting(anchor.suffix ?? ''),
      );
    }
    return judge(anchor, sentences, agreeing(anchor, digested, quoted));
  };
}

/** Where both are given, both must hold: words that are still there do not excuse a sentence that is not. */
function agreeing(anchor: AnchorPlace, digested: readonly Span[], quoted: readonly Span[]): readonly Span[] {
  if (anchor.digest === null) return quoted;
  if (anchor.quote === null) return digested;
  return quoted.filter((one) => digested.some((other) => one.first <= other.last && other.first <= one.last));
}

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

function judge(anchor: AnchorPlace, sentences: readonly Sentence[], spans: readonly Span[]): Located {
  if (spans.length === 0) return { state: 'missing', span: null };
  const hasHint = anchor.paragraph !== null || anchor.sentence !== null;
  const hinted = hasHint ? spans.filter((span) => isWhereHinted(anchor, sentences, span)) : spans;
  const [only, ...more] = hinted.length > 0 ? hinted : spans;
  if (only === undefined || more.length > 0) return { state: 'ambiguous', span: null };
  return { state: hinted.length > 0 ? 'exact' : 'moved', span: only };
}

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
