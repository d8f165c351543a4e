import { daysBetween, firstDay } from '../../model/dates.ts';
import { optionValue, type RuleOption } from '../../model/rule-option.ts';
import { saidOn, statusOn } from '../../model/status.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

/** After how many days without a look a pending claim is stale. */
const days: RuleOption<number> = {
  name: 'days',
  byDefault: 365,
  expected: 'a number of days from 1 up',
  read: (written) => (/^\d{1,6}$/.test(written) && Number(written) > 0 ? Number(written) : null),
};

export const stale: Rule = {
  id: 'stale',
  severity: 'warning',
  summary:
    'checkable, pending, and not looked at for 365 days (configurable), counted from the last verdict, else from said',
  explanation:
    'A claim that nobody looks at any more is forgotten, not open. Look at it again and mark it, pending if that is how it stands. The number of days is set in .factledger.yaml: "stale: {days: 180}".',
  unreadVerdicts: 'silence',
  bad: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    said: 2022-01-08
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    said: 2022-01-08
    verdicts:
      - { date: 2024-03-30, status: confirmed, evidence: [first-ferry] }
events:
  - id: first-ferry
    date: 2024-03-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
`,
  },
  options: [days],
  *find({ ledger, today }, set) {
    const limit = optionValue(days, set);
    for (const claim of ledger.claims) {
      if (statusOn(claim, today) !== 'pending') continue;
      const dates = claim.verdicts.map(({ date }) => date).sort();
      const said = saidOn(claim, ledger.article);
      const last = dates.at(-1) ?? (said === null ? null : firstDay(said));
      if (last === null || daysBetween(last, today) <= limit) continue;
      yield {
        offset: valueAt(claim, 'id'),
        message: `${claim.id} is pending, and was last looked at on ${last}`,
        claim,
      };
    }
  },
};
