import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const syntax: Rule = {
  id: 'syntax',
  severity: 'error',
  summary: 'the file is no YAML, or not the subset that a ledger may use',
  explanation:
    'A ledger is one YAML 1.2 document in UTF-8 without tags, merge keys and duplicate keys, so that every program reads the same in it. Nothing else can be checked before this is mended.',
  neverSilenced: true,
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    tags: [transport
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    tags: [transport]
`,
  },
  findUnread: faultsOf('syntax'),
};
