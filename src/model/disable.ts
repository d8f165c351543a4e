/** A comment `# factledger-disable-next-line RULE: reason`. */
export interface Disable {
  readonly rule: string;
  /** Empty where none is given. */
  readonly reason: string;
  /** Where the comment stands, in UTF-16 units from the start of the text. */
  readonly offset: number;
  /** The line that it is about, from 1: the next one that is neither blank nor a comment. */
  readonly line: number;
}
