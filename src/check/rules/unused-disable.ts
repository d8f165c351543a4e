import type { Rule } from '../rule.ts';

export const unusedDisable: Rule = {
  id: 'unused-disable',
  severity: 'warning',
  summary: 'a # factledger-disable-next-line RULE: reason that lacks a reason or silences nothing',
  explanation:
    'A comment that silences a finding must say why, so that the next reader can judge it, and must go when it is no longer needed.',
  neverSilenced: true,
  bad: {
    ledger: `# factledger-disable-next-line overdue: the minister resigned
claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    # factledger-disable-next-line overdue: the minister resigned
    due: 2024-03-31
`,
  },
  *find() {
    // The engine itself finds these, once it knows what the other rules have found.
  },
};
