import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const duplicateArticle: Rule = {
  id: 'duplicate-article',
  page: () => import('./duplicate-article.md'),
  severity: 'warning',
  *find({ ledger: { article }, alike }) {
    const [other] = alike;
    if (other === undefined) return;
    const more = alike.length > 1 ? ` (and ${alike.length - 1} more)` : '';
    yield { offset: valueAt(article, 'url'), message: `${other}${more} is of the same article, by its address` };
  },
};
