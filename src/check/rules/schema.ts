import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const schema: Rule = {
  id: 'schema',
  page: () => import('./schema.md'),
  severity: 'error',
  invalidates: true,
  find: faultsOf('schema'),
  findUnread: faultsOf('schema'),
};
