import { anchorName } from '../article/anchor-name.ts';
import { anchorFinder, type Located, namesPlace } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import { coverArticle } from '../article/coverage.ts';
import {
  type BodySentence,
  type Skip,
  type SkipsInArticle,
  type SkipUnit,
  type StandingSkip,
  stretchName,
} from '../change/skips-in-article.ts';
import { isWithdrawn } from '../model/status.ts';
import { defined } from '../text/defined.ts';
import { plainRecords } from '../yaml/plain-records.ts';
import type { ReadLedger } from './read-ledgers.ts';

/** The skips of a ledger as they stand in the article, and the position in its body of each sentence. */
export interface LocatedSkips extends SkipsInArticle {
  readonly positions: ReadonlyMap<Sentence, number>;
}

/**
 * Looks up in the article what the claims and skips of a ledger account for.
 * @param today YYYY-MM-DD: claims that are withdrawn by then account for nothing
 */
export function skipsInArticle({ ledger, text }: ReadLedger, article: ArticleText, today: string): LocatedSkips {
  const claims = ledger.claims.filter((one) => !isWithdrawn(one, today));
  const covered = coverArticle({ ...ledger, claims }, article).sentences;
  const body: BodySentence[] = [];
  const positions = new Map<Sentence, number>();
  for (const [at, one] of article.sentences.entries()) {
    const { paragraph, sentence, digest } = one;
    const { claims: ids, skipped: isSkipped } = defined(covered[at]);
    if (paragraph !== null) positions.set(one, body.push({ paragraph, sentence, digest, claims: ids, isSkipped }) - 1);
  }
  const { skips } = ledger.article;
  const plain = skips.length > 0 ? plainRecords(text, ledger, ['article', 'skips']) : new Set<number>();
  const find = anchorFinder(article);
  const heldBy = (spans: Located['spans']) =>
    spans.flatMap(({ first, last }) =>
      article.sentences.slice(first, last + 1).flatMap((one) => positions.get(one) ?? []),
    );
  const standing = skips.map((skip): StandingSkip => {
    const located = find(skip);
    const spans = namesPlace(skip) ? located.spans : [];
    const held = [...new Set(heldBy(spans))].sort((a, b) => a - b);
    const sentences = held.map((at) => defined(body[at]));
    return {
      skip,
      units: unitsOf(skip, located, heldBy),
      held,
      name: held.length > 0 ? stretchName(sentences) : anchorName(skip),
      isPlain: plain.has(skip.place.index),
    };
  });
  return { body, positions, skips: standing };
}

/** Each digest of a skip that is by nothing else, with what it holds; none where it cannot be placed at all. */
function unitsOf(
  skip: Skip,
  { spans, lost }: Located,
  heldBy: (spans: Located['spans']) => readonly number[],
): SkipUnit[] {
  const digests = skip.digest === null ? skip.digests : [skip.digest];
  const isByDigests = skip.quote === null && (skip.digest === null || skip.digests.length === 0);
  if (!isByDigests || spans.length === 0) return [];
  const left = [...spans];
  const isLost = new Set(lost.map(({ index }) => index));
  return digests.map((digest, index) => {
    const span = isLost.has(index) ? undefined : left.shift();
    return { digest, held: span ? heldBy([span]) : [] };
  });
}
