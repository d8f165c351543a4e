import { NameVariants } from '../../text/name-variants.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const speakerVariant: Rule = {
  id: 'speaker-variant',
  page: () => import('./speaker-variant.md'),
  severity: 'warning',
  *find({ ledger }) {
    const names = new NameVariants();
    const reported = new Set<string>();
    for (const claim of ledger.claims) {
      for (const [index, speaker] of (claim.speaker ?? []).entries()) {
        const other = names.add(speaker);
        if (other === null || reported.has(speaker)) continue;
        reported.add(speaker);
        const message = `${JSON.stringify(speaker)} and ${JSON.stringify(other)} may be one speaker: write one name`;
        yield { offset: valueAt(claim, 'speaker', index), message, claim };
      }
    }
  },
};
