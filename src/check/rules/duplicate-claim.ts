import type { Claim } from '../../model/ledger.ts';
import { contentOf } from '../../text/content-words.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const duplicateClaim: Rule = {
  id: 'duplicate-claim',
  severity: 'warning',
  summary:
    'two claims in one ledger that say the same once case, punctuation, word order and function words are set aside',
  explanation:
    'A claim that stands there twice counts twice, and may get two verdicts that do not agree. A number, name or negation that differs makes another claim.',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
  - id: reopening
    text: By 31 March, the harbour will reopen!
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
  - id: reopening
    text: The harbour will not reopen by 31 March.
`,
  },
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
