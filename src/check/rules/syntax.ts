import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const syntax: Rule = {
  id: 'syntax',
  page: () => import('./syntax.md'),
  severity: 'error',
  invalidates: true,
  findUnread: faultsOf('syntax'),
};
