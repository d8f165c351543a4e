import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const schema: Rule = {
  id: 'schema',
  severity: 'error',
  summary: 'a missing or unknown key, a wrong type, an impossible date, an unknown status',
  explanation:
    'A key that nobody reads says nothing: a verdict under a misspelt key would be lost in silence. Keys of your own start with x-.',
  neverSilenced: true,
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    tgas: [transport]
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    tags: [transport]
    x-desk: politics
`,
  },
  find: faultsOf('schema'),
  findUnread: faultsOf('schema'),
};
