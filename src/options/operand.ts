import type { Parse } from './option.ts';

/** What is typed after a verb, without an option's name: one word, or several. */
export interface Operand<T> {
  /** As in the help: `<status>`, `[file]`, `<claim...>`. */
  readonly usage: (name: string) => string;
  readonly read: (typed: readonly string[], today: string) => T;
}

export type Operands = Readonly<Record<string, Operand<unknown>>>;

/** The values of operands as declared. */
export type Words<P extends Operands> = { readonly [K in keyof P]: P[K] extends Operand<infer T> ? T : never };

/** A word that must be there. */
export const word = <T>(parse: Parse<T>): Operand<T> => ({
  usage: (name) => `<${name}>`,
  read: ([typed = ''], today) => parse(typed, today),
});

/** A word that may be left out: null then. */
export const maybeWord = <T>(parse: Parse<T>): Operand<T | null> => ({
  usage: (name) => `[${name}]`,
  read: ([typed], today) => (typed === undefined ? null : parse(typed, today)),
});

/** One word or more. */
export const words = <T>(parse: Parse<T>): Operand<readonly T[]> => ({
  usage: (name) => `<${name}...>`,
  read: (typed, today) => typed.map((one) => parse(one, today)),
});

/** Any number of words, or none. */
export const maybeWords = <T>(parse: Parse<T>): Operand<readonly T[]> => ({
  usage: (name) => `[${name}...]`,
  read: (typed, today) => typed.map((one) => parse(one, today)),
});

/** As in the help, in the order declared. */
export const usageOf = (operands: Operands): string[] =>
  Object.entries(operands).map(([name, { usage }]) => usage(name));

/**
 * @param typed one for each operand; a list for one that repeats
 * @param today YYYY-MM-DD, which typed dates count from
 */
export function readOperands<P extends Operands>(
  declared: P,
  typed: readonly (string | readonly string[] | undefined)[],
  today: string,
): Words<P> {
  const values = Object.entries(declared).map(([name, { read }], index) => [
    name,
    read([typed[index] ?? []].flat(), today),
  ]);
  return Object.fromEntries(values) as Words<P>;
}
