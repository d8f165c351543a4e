import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  summary: 'two claims, or two events, with one id',
  explanation:
    'An id names one claim and one event; with two of them, nobody can tell which a verdict or a command means.',
  neverSilenced: true,
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
  - id: harbour-reopens
    text: Two ferries sail each day.
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
  - id: ferries-sail
    text: Two ferries sail each day.
`,
  },
  find: faultsOf('duplicate-id'),
  findUnread: faultsOf('duplicate-id'),
};
