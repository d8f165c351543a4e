import { Refusal } from '../model/refusal.ts';

/**
 * Turns what was typed into a value.
 * @param today YYYY-MM-DD, which typed dates count from
 * @throws Refusal if it makes no sense
 */
export type Parse<T> = (typed: string, today: string) => T;

/** How often an option was typed, and with what: each value, or whether a switch was turned on or off. */
export type Typed = readonly string[] | boolean | undefined;

/** An option as a verb declares it, once: what the help says of it, and what becomes of it. */
export interface Option<T> {
  /** What is typed after it, as the help calls it; null for a switch. */
  readonly value: string | null;
  /** Empty where there is the opposite alone. */
  readonly what: string;
  /** Whether the value may be left out. */
  readonly isOptional: boolean;
  readonly repeats: boolean;
  /** The letter for short, if it has one. */
  readonly short: string | null;
  /** What the help says of `--no-…`; null where there is no such switch. */
  readonly negative: string | null;
  /** @param name as typed, for messages; @param today YYYY-MM-DD */
  readonly read: (typed: Typed, name: string, today: string) => T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of options as declared. */
export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** An option that may be given once; null where it is not. */
export const one = <T>(value: string, parse: Parse<T>, what: string): Option<T | null> =>
  option({ value, what, read: (typed, name, today) => single(typed, name, parse, today) });

/** An option that may be given once, with a value or without: `true` then. */
export const maybeValue = <T>(value: string, parse: Parse<T>, what: string): Option<T | true | null> =>
  option({
    value,
    what,
    isOptional: true,
    read: (typed, name, today) => (typed === true ? true : single(typed, name, parse, today)),
  });

/** An option that must be given, once. @param otherwise what to say where it is not, and what to write */
export const required = <T>(value: string, parse: Parse<T>, what: string, ...otherwise: [string, string]): Option<T> =>
  option({
    value,
    what: `${what} (required)`,
    read(typed, name, today) {
      const read = single(typed, name, parse, today);
      if (read === null) throw new Refusal(...otherwise);
      return read;
    },
  });

/** An option that may be repeated, one value each time. */
export const many = <T>(
  value: string,
  parse: Parse<T>,
  what: string,
  short: string | null = null,
): Option<readonly T[]> =>
  option({
    value,
    what,
    short,
    repeats: true,
    read: (typed, name, today) => valuesOf(typed).map((text) => named(name, () => parse(text, today))),
  });

/** An option that may be repeated, with several values separated by commas each time. */
export const manyParted = <T>(value: string, parse: Parse<T>, what: string): Option<readonly T[]> =>
  option({
    value,
    what,
    repeats: true,
    read: (typed, name, today) => valuesOf(typed).flatMap((text) => named(name, () => separated(parse)(text, today))),
  });

/** A switch. */
export const flag = (what: string, short: string | null = null): Option<boolean> =>
  option({ value: null, what, short, read: (typed) => typed === true });

/** A switch that can be turned on and off; null where it is neither. */
export const onOrOff = (what: string, negative: string): Option<boolean | null> =>
  option({ value: null, what, negative, read: (typed) => (typeof typed === 'boolean' ? typed : null) });

/** A switch that can only be turned off. */
export const off = (negative: string): Option<boolean> =>
  option({ value: null, what: '', negative, read: (typed) => typed !== false });

type Declared<T> = Pick<Option<T>, 'value' | 'what' | 'read'> & Partial<Option<T>>;

const option = <T>(declared: Declared<T>): Option<T> => ({
  isOptional: false,
  repeats: false,
  short: null,
  negative: null,
  ...declared,
});

const valuesOf = (typed: Typed): readonly string[] => (typeof typed === 'object' ? typed : []);

function single<T>(typed: Typed, name: string, parse: Parse<T>, today: string): T | null {
  const [first, ...more] = valuesOf(typed);
  if (more.length > 0) throw new Refusal(`${name} was given twice`, 'It takes one value.');
  return first === undefined ? null : named(name, () => parse(first, today));
}

/** Says which option or operand a refused value was typed for. */
export function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${name}: ${error.message}`, ...error.advice);
    throw error;
  }
}

/** Several values in one, separated by commas. Nothing at all is refused, for it would filter nothing. */
function separated<T>(parse: Parse<T>): Parse<T[]> {
  return (typed, today) => {
    const parts = typed.split(',').map((part) => part.trim());
    const values = parts.filter((part) => part !== '').map((part) => parse(part, today));
    if (values.length === 0) throw new Refusal(`expected a value, found ${JSON.stringify(typed)}`);
    return values;
  };
}

/** An option's name as typed: `dryRun` is `--dry-run`. */
export const nameOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** All names of options as typed, their opposites among them. */
export const namesOf = (options: Options): readonly string[] =>
  Object.entries(options).flatMap(([key, { what, negative }]) => [
    ...(what === '' ? [] : [nameOf(key)]),
    ...(negative === null ? [] : [nameOf(`no-${key}`)]),
  ]);

/**
 * Reads options as declared, in their order.
 * @param today YYYY-MM-DD, which typed dates count from
 * @throws Refusal for the first that makes no sense
 */
export function readOptions<O extends Options>(
  declared: O,
  typed: Readonly<Record<string, Typed>>,
  today: string,
): Values<O> {
  const values = Object.entries(declared).map(([key, { read }]) => [key, read(typed[key], nameOf(key), today)]);
  return Object.fromEntries(values) as Values<O>;
}
