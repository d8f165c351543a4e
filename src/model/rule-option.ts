/** An option of one of `check`'s rules, which `.factledger.yaml` can set. */
export interface RuleOption<Value> {
  readonly name: string;
  readonly byDefault: Value;
  /** What a value must be, as said of one that is not. */
  readonly expected: string;
  /** The value as it is meant; null where it is none. */
  readonly read: (written: string) => Value | null;
}

/** What can be set of a rule. */
export interface Settable {
  readonly id: string;
  /** Besides its severity. */
  readonly options?: readonly RuleOption<unknown>[];
}

/** What is set of a rule's options, as written, by name; an option that is not there keeps its default. */
export type OptionsSet = ReadonlyMap<string, string>;

/** The value that an option has. */
export function optionValue<Value>({ name, byDefault, read }: RuleOption<Value>, set: OptionsSet): Value {
  const written = set.get(name);
  return (written === undefined ? null : read(written)) ?? byDefault;
}
