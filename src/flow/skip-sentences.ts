import type { ArticleText, Sentence } from '../article/article.ts';
import { skipSentences } from '../change/skip-sentences.ts';
import type { ReadLedger } from './read-ledgers.ts';
import { skipsInArticle } from './skips-in-article.ts';

/**
 * Plans, for `changeOne`, the skip of sentences of an article; those in headings, with a claim or skipped are left out, and
 * told of.
 * @param sentences of the very article
 * @param today YYYY-MM-DD
 */
export function planSkip(
  read: ReadLedger,
  article: ArticleText,
  sentences: readonly Sentence[],
  { reason, today }: { readonly reason: string; readonly today: string },
) {
  const located = skipsInArticle(read, article, today);
  const wanted = sentences.flatMap((one) => located.positions.get(one) ?? []);
  const { changes, keys, skipped, withClaim, skippedBefore } = skipSentences(located, wanted, reason);
  const told = (places: readonly string[], what: string) => places.map((place) => ({ place, what }));
  const notes = [...told(withClaim, 'left out, with a claim'), ...told(skippedBefore, 'skipped already')];
  return { changes, outcome: { keys, lines: told(skipped, 'skipped'), notes } };
}
