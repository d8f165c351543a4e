import { faultsOf } from '../faults-of.ts';
import type { Rule } from '../rule.ts';

export const syntax: Rule = {
  id: 'syntax',
  page: () => import('./syntax.md'),
  severity: 'error',
  neverSilenced: true,
  findUnread: faultsOf('syntax'),
};
