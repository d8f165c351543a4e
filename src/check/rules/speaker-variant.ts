import { NameVariants } from '../../text/name-variants.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

export const speakerVariant: Rule = {
  id: 'speaker-variant',
  severity: 'warning',
  summary: 'one speaker under nearly the same names',
  explanation: 'Filters and tallies take each spelling for a person of its own. Write the name in one way throughout.',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    speaker: Alexander Lukashenko
  - id: ferries-sail
    text: Two ferries sail each day.
    speaker: Alexander Lukashenka
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    speaker: Ministry of Transport
  - id: ferries-sail
    text: Two ferries sail each day.
    speaker: Minister of Transport
`,
  },
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
