import type { ArticleText, Sentence } from '../article/article.ts';
import { skipSentences } from '../change/skip-sentences.ts';
import type { ReadLedger } from './read-ledgers.ts';
import { skipsInArticle } from './skips-in-article.ts';

/**
 * Plans, for `changeOne`, the skip of sentences of an article; those in headings, with a claim or skipped are left out.
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
  const outcome = skipSentences(located, wanted, reason);
  return { changes: outcome.changes, outcome };
}
