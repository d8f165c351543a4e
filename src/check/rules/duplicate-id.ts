import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  page: () => import('./duplicate-id.md'),
  severity: 'error',
  neverSilenced: true,
  find: faultsOf('duplicate-id'),
  findUnread: faultsOf('duplicate-id'),
};
