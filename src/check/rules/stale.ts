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
  page: () => import('./stale.md'),
  severity: 'warning',
  unreadVerdicts: 'silence',
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
