import type { Fault } from '../model/fault.ts';
import type { Problem } from './rule.ts';

/** How a rule finds the faults of its own kind, which reading has told of already. */
export const faultsOf = (kind: Fault['rule']) =>
  function* ({ faults }: { readonly faults: readonly Fault[] }): Iterable<Problem> {
    for (const { rule, offset, message } of faults) if (rule === kind) yield { offset, message };
  };
