import type { Context } from './context.ts';

/** An option of a verb, as data; `cli/` makes commander's option of it. */
export interface VerbOption {
  /** As in the help: `--due <date>`, or `--overdue` for a switch. */
  readonly flags: string;
  readonly what: string;
  /** May be given several times, one value each. */
  readonly repeats?: boolean;
  /** Turns what was typed into the value. @throws Refusal if it makes no sense */
  readonly parse?: (typed: string) => unknown;
}

interface Example {
  readonly command: string;
  readonly what: string;
}

/** `no`: it ran, and the answer is no. */
export type Answer = 'no' | undefined;

/** A verb of the command line: its manual page, its options and what it does. */
export interface Verb<Options = Record<string, unknown>> {
  readonly name: string;
  /** Its operands as in the help: `<status> <claim...>`. */
  readonly operands: string;
  readonly summary: string;
  /** The paragraphs of its manual page. */
  readonly manual: readonly string[];
  readonly examples: readonly Example[];
  readonly options: readonly VerbOption[];
  /** @param operands one for each operand named; a list for one that repeats */
  run(
    context: Context,
    operands: readonly (string | readonly string[] | undefined)[],
    options: Options,
  ): Promise<Answer>;
}

/** Declares a verb whose options have a type of their own, for the list that knows them only as values. */
export function verb<Options>(declared: Verb<Options>): Verb {
  return declared as unknown as Verb;
}
