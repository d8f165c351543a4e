import type { ArticleText } from '../article/article.ts';
import { unskipSentences } from '../change/unskip-sentences.ts';
import { Refusal } from '../model/refusal.ts';
import { describeRange, isWithin, type PlaceRange } from '../model/typed-place.ts';
import { defined } from '../text/defined.ts';
import type { ReadLedger } from './read-ledgers.ts';
import { skipsInArticle } from './skips-in-article.ts';

type Place = Parameters<typeof isWithin>[1];

/**
 * Plans, for `changeOne`, to skip sentences of an article no longer. A skip that is not found in it is where its hint
 * says.
 * @param today YYYY-MM-DD
 * @throws Refusal where nothing is skipped in a place
 */
export function planUnskip(read: ReadLedger, article: ArticleText, ranges: readonly PlaceRange[], today: string) {
  const located = skipsInArticle(read, article, today);
  const places = located.skips.flatMap(({ held, skip }): Place[] =>
    held.length > 0 ? held.map((at) => defined(located.body[at])) : [skip],
  );
  for (const range of ranges) {
    if (places.some((one) => isWithin(range, one))) continue;
    throw new Refusal(`nothing is skipped in ${describeRange(range)}`, 'See factledger coverage.');
  }
  const isMeant = (place: Place) => ranges.some((range) => isWithin(range, place));
  const wanted = new Set([...located.body.entries()].flatMap(([at, one]) => (isMeant(one) ? [at] : [])));
  const { changes, keys, gone } = unskipSentences(located, wanted, isMeant);
  return { changes, outcome: { keys, lines: gone.map((place) => ({ place, what: 'no longer skipped' })), notes: [] } };
}
