import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  page: () => import('./duplicate-id.md'),
  severity: 'error',
  invalidates: true,
  find: faultsOf('duplicate-id'),
  findUnread: faultsOf('duplicate-id'),
};
