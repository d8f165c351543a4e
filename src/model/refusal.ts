/**
 * What the user did wrong or the world does not allow: thrown anywhere, caught in `main` alone.
 * The message says what is wrong and where; `advice` lines say what to do.
 */
export class Refusal extends Error {
  readonly advice: readonly string[];

  constructor(message: string, ...advice: string[]) {
    super(message);
    this.name = 'Refusal';
    this.advice = advice;
  }
}

/** Ledgers that do not read: each line is `file:line:col: message`, ready to be shown. */
export class InvalidLedgers extends Refusal {
  readonly lines: readonly string[];

  constructor(lines: readonly string[], ...advice: string[]) {
    super(lines[0] ?? 'an invalid ledger', ...advice);
    this.name = 'InvalidLedgers';
    this.lines = lines;
  }
}

/** No ledger is where one was looked for. */
export class NothingFound extends Refusal {}

/** Somebody broke it off by Ctrl-C, and it has ended in order. */
export class Interrupted extends Error {}
