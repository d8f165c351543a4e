/** The kinds of fault that make a ledger invalid; they are also ids of `check`'s rules. */
type FaultRule = 'syntax' | 'schema' | 'duplicate-id';

/** Something wrong in a file, as data: `offset` is in UTF-16 units from the start of its text. */
export interface Fault {
  readonly rule: FaultRule;
  readonly offset: number;
  readonly message: string;
}
