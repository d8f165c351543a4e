/** The kinds of fault that make a ledger invalid; they are also ids of `check`'s rules. */
type FaultRule = 'syntax' | 'schema' | 'duplicate-id';

/** Something wrong in a file, as data: `offset` is in UTF-16 units from the start of its text. */
export interface Fault {
  readonly rule: FaultRule;
  readonly offset: number;
  readonly message: string;
}

/** The fault of a file that is no text. */
export const noText = (message: string): Fault => ({ rule: 'syntax', offset: 0, message });

/** Whether a file with these faults is not sound YAML: what was read of it may be anything. */
export const isUnreadable = (faults: readonly Fault[]): boolean => faults.some(({ rule }) => rule === 'syntax');
