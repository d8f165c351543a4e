import type { Rule } from '../rule.ts';

/** What was turned down is found where the configuration is read; here, what is not checked any more. */
export const checkWeakened: Rule = {
  id: 'check-weakened',
  page: () => import('./check-weakened.md'),
  severity: 'warning',
  *compare({ absence, hasMoved, hadVerdicts }) {
    if (absence === null || absence === 'invalid' || hadVerdicts || hasMoved) return;
    yield { offset: 0, message: 'a ledger that was checked is no longer among those that are checked' };
  },
};
