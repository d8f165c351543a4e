import type { Claim } from '../../model/ledger.ts';
import { contentOf } from '../../text/content-words.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const duplicateClaim: Rule = {
  id: 'duplicate-claim',
  page: () => import('./duplicate-claim.md'),
  severity: 'warning',
  *find({ ledger }) {
    const first = new Map<string, Claim>();
    for (const claim of ledger.claims) {
      const key = contentOf(claim.text, ledger.article.language);
      const earlier = first.get(key);
      if (!earlier) {
        if (key !== '') first.set(key, claim);
        continue;
      }
      yield { offset: valueAt(claim, 'text'), message: `${claim.id} says the same as ${earlier.id}`, claim };
    }
  },
};
