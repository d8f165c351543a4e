import { type AnchorPlace, anchorFinder, namesPlace } from '../../article/anchors.ts';
import type { ArticleText, Sentence } from '../../article/article.ts';
import { describeNear, describePlace, nearestSentence } from '../../article/nearest-sentence.ts';
import type { Place } from '../../model/place.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const anchor: Rule = {
  id: 'anchor',
  page: () => import('./anchor.md'),
  severity: 'error',
  looksIntoArticle: true,
  *find({ ledger, article }) {
    if (article === null) return;
    if ('fault' in article) {
      yield { offset: valueAt(ledger.article, 'text'), message: article.fault };
      return;
    }
    const find = anchorFinder(article);
    const problemsOf = (place: AnchorPlace & { readonly place: Place }): Problem[] => {
      if (!namesPlace(place)) return [];
      const { state, lost } = find(place);
      const key = place.quote !== null ? 'quote' : place.digest !== null ? 'digest' : 'digests';
      const offset = valueAt(place, key);
      if (lost.length > 0) {
        return lost.map(({ index, after }) => ({
          offset: valueAt(place, 'digests', index),
          message: lostSentence(place.digests[index] ?? '', after),
        }));
      }
      if (state === 'missing') return [{ offset, message: missing(place, article) }];
      if (state !== 'ambiguous') return [];
      return [{ offset, message: 'it fits several places of the article: add paragraph and sentence' }];
    };
    for (const claim of ledger.claims) {
      for (const one of claim.anchors) {
        for (const problem of problemsOf(one)) yield { ...problem, claim };
      }
    }
    for (const skip of ledger.article.skips) yield* problemsOf(skip);
  },
};

interface Problem {
  readonly offset: number;
  readonly message: string;
}

/** @param after the sentence that it stood after, if that is known */
function lostSentence(digest: string, after: Sentence | null): string {
  const place = after === null ? '' : `; it stood after ${describePlace(after)}`;
  return `no sentence there has the digest ${digest}${place}`;
}

function missing({ quote, digest, digests }: AnchorPlace, article: ArticleText): string {
  if (quote === null) return `no sentence of the article has the digest ${digest ?? digests[0]}`;
  const near = nearestSentence(quote, article);
  return `the article does not have these words${near ? `; nearest is ${describeNear(near)}` : ''}`;
}
