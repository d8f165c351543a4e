import { daysBetween, firstDay } from '../../model/dates.ts';
import type { Ledger } from '../../model/ledger.ts';
import { optionValue, type RuleOption } from '../../model/rule-option.ts';
import { kindOf, saidOn, statusOn } from '../../model/status.ts';
import { inTime } from '../../text/in-time.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

/** After how many days without a look a pending claim is stale. */
const days: RuleOption<number> = {
  name: 'days',
  byDefault: 365,
  expected: 'a number of days from 1 up',
  read: (written) => (/^\d{1,6}$/.test(written) && Number(written) > 0 ? Number(written) : null),
};

const oldestVerdict = ({ claims }: Ledger): string | null =>
  claims.flatMap(({ verdicts }) => verdicts.map(({ date }) => date)).sort()[0] ?? null;

/** Whether a ledger has claims to look at, and nothing in it tells how long they have waited. */
export const knowsNoDay = (ledger: Ledger): boolean =>
  oldestVerdict(ledger) === null &&
  ledger.claims.some(
    (claim) => claim.withdrawn === null && kindOf(claim) !== 'opinion' && saidOn(claim, ledger.article) === null,
  );

export const stale: Rule = {
  id: 'stale',
  page: () => import('./stale.md'),
  severity: 'warning',
  unreadVerdicts: 'silence',
  options: [days],
  *find({ ledger, today }, set) {
    const limit = optionValue(days, set);
    const oldest = oldestVerdict(ledger);
    for (const claim of ledger.claims) {
      if (statusOn(claim, today) !== 'pending') continue;
      const dates = claim.verdicts.map(({ date }) => date).sort();
      const said = saidOn(claim, ledger.article);
      const last = dates.at(-1) ?? (said === null ? null : firstDay(said)) ?? oldest;
      if (last === null || daysBetween(last, today) <= limit) continue;
      const looked =
        dates.length > 0
          ? `was last looked at on ${last}`
          : said !== null
            ? `was said ${inTime(said)} and never looked at`
            : `was never looked at; the oldest verdict of the ledger is of ${last}`;
      yield { offset: valueAt(claim, 'id'), message: `${claim.id} is pending, and ${looked}`, claim };
    }
  },
};
