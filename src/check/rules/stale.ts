import { daysBetween, firstDay } from '../../model/dates.ts';
import { saidOn, statusOn } from '../../model/status.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

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
  *find({ ledger, today, options }) {
    for (const claim of ledger.claims) {
      if (statusOn(claim, today) !== 'pending') continue;
      const dates = claim.verdicts.map(({ date }) => date).sort();
      const said = saidOn(claim, ledger.article);
      const last = dates.at(-1) ?? (said === null ? null : firstDay(said));
      if (last === null || daysBetween(last, today) <= options.staleDays) continue;
      yield {
        offset: valueAt(claim, 'id'),
        message: `${claim.id} is pending, and was last looked at on ${last}`,
        claim,
      };
    }
  },
};
