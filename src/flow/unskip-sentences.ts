import type { ArticleText } from '../article/article.ts';
import { unskipSentences } from '../change/unskip-sentences.ts';
import { Refusal } from '../model/refusal.ts';
import { describeRange, isWithin, type PlaceRange } from '../model/typed-place.ts';
import type { ReadLedger } from './read-ledgers.ts';
import { skipsInArticle } from './skips-in-article.ts';

/**
 * Plans, for `changeOne`, to skip sentences of an article no longer. A skip that is not found in it is where its hint
 * says.
 * @param today YYYY-MM-DD
 * @throws Refusal where nothing is skipped in a place
 */
export function planUnskip(read: ReadLedger, article: ArticleText, ranges: readonly PlaceRange[], today: string) {
  const located = skipsInArticle(read, article, today);
  for (const range of ranges) {
    const isAny = located.skips.some(({ held, skip }) =>
      held.length > 0 ? held.some((at) => isWithin(range, located.body[at] ?? skip)) : isWithin(range, skip),
    );
    if (!isAny) throw new Refusal(`nothing is skipped in ${describeRange(range)}`, 'See factledger coverage.');
  }
  const isMeant = (place: Parameters<typeof isWithin>[1]) => ranges.some((range) => isWithin(range, place));
  const wanted = new Set([...located.body.entries()].flatMap(([at, one]) => (isMeant(one) ? [at] : [])));
  const outcome = unskipSentences(located, wanted, isMeant);
  return { changes: outcome.changes, outcome };
}
