import type { Anchor } from '../model/ledger.ts';
import { anchorDigest, foldForAnchor } from './anchor-digest.ts';
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
  const byDigest = new Map<string, Span[]>();
  const note = (digest: string, span: Span) => {
    const spans = byDigest.get(digest);
    if (spans) spans.push(span);
    else byDigest.set(digest, [span]);
  };
  let areJoinedKnown = false;
  for (const [index, { digest }] of sentences.entries()) note(digest, { first: index, last: index });
  const ofDigest = (digest: string): readonly Span[] => {
    if (byDigest.has(digest) || areJoinedKnown) return byDigest.get(digest) ?? [];
    areJoinedKnown = true;
    for (const [first] of sentences.entries()) {
      for (let last = first + 1; last < first + JOINED && areNeighbours(sentences, first, last); last++) {
        const joined = sentences.slice(first, last + 1).map(({ text }) => text);
        note(anchorDigest(joined.join(' ')), { first, last });
      }
    }
    return byDigest.get(digest) ?? [];
  };
  let quotes: ReturnType<typeof quoteFinder> | null = null;
  return (anchor) => {
    const digested = anchor.digest === null ? [] : ofDigest(anchor.digest);
    let quoted: readonly Span[] = [];
    if (anchor.quote !== null) {
      quotes ??= quoteFinder(sentences.map(({ text }) => foldForAnchor(text)));
      quoted = quotes(
        foldForAnchor(anchor.quote),
        foldForAnchor(anchor.prefix ?? ''),
        foldForAnchor(anchor.suffix ?? ''),
      );
    }
    const both = quoted.filter((one) => digested.some((other) => one.first <= other.last && other.first <= one.last));
    return judge(anchor, sentences, both.length > 0 ? both : digested.length > 0 ? digested : quoted);
  };
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
