/** How much a finding weighs. */
export type Severity = 'error' | 'warning';

/** Something that `check` found, where it stands: lines and columns from 1, columns in UTF-16 units. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The path as shown to people. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Null for a finding in the configuration. */
  readonly ledger: string | null;
  /** The ids of the claim and the event that it is about, if there are any. */
  readonly claim: string | null;
  readonly event: string | null;
}
