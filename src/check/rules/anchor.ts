import { type AnchorPlace, anchorFinder, namesPlace } from '../../article/anchors.ts';
import type { ArticleText } from '../../article/article.ts';
import { describeNear, nearestSentences } from '../../article/nearest-sentences.ts';
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
    const problemOf = (place: AnchorPlace & { readonly place: Place }) => {
      const { state } = namesPlace(place) ? find(place) : { state: 'exact' };
      const offset = valueAt(place, place.quote === null ? 'digest' : 'quote');
      if (state === 'missing') return { offset, message: missing(place, article) };
      if (state !== 'ambiguous') return null;
      return { offset, message: 'it fits several places of the article: add paragraph and sentence' };
    };
    for (const claim of ledger.claims) {
      for (const one of claim.anchors) {
        const problem = problemOf(one);
        if (problem) yield { ...problem, claim };
      }
    }
    for (const skip of ledger.article.skips) {
      const problem = problemOf(skip);
      if (problem) yield problem;
    }
  },
};

function missing({ quote, digest }: AnchorPlace, article: ArticleText): string {
  if (quote === null) return `no sentence of the article has the digest ${digest}`;
  const [near] = nearestSentences(quote, article, 1);
  return `the article does not have these words${near ? `; nearest is ${describeNear(near)}` : ''}`;
}
