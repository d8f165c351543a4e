/** Keys, and positions in lists as written (`Place.index`), from the top of a ledger down. */
export type Path = readonly (string | number)[];

/** A path that ends in a key. */
export type KeyPath = readonly [...Path, string];

/** A record as a ledger's file is to hold it; null and empty lists are not written. */
export type WrittenRecord = Readonly<Record<string, unknown>>;

/** Puts an item after the others of the list at a path; the list is made where it is missing. */
interface Append {
  readonly kind: 'append';
  readonly path: KeyPath;
  readonly item: WrittenRecord | string;
}

/**
 * Puts a value in place of the one at a path, an item of a list or a key's; a key that is missing goes after the last
 * one of its record. A record is written in braces, and only where there is no value yet.
 */
interface SetValue {
  readonly kind: 'set';
  readonly path: Path;
  /** The text of the items that are meant, where the path leads to a list of texts. */
  readonly item?: string;
  /** The name that the key gets, where it is to have another. */
  readonly as?: string;
  readonly value: string | number | readonly string[] | WrittenRecord;
}

/** Takes out a key with its value, or an item of a list. */
interface Remove {
  readonly kind: 'remove';
  readonly path: Path;
  /** The text of the items that are meant, where the path leads to a list of texts. */
  readonly item?: string;
}

/**
 * One thing that is to be different in a ledger's file, as data: `yaml` writes it. A new kind is a new member here, and
 * the compiler then names each place that has to know it.
 */
export type Change = Append | SetValue | Remove;

export type Kinds<K extends Change['kind']> = Extract<Change, { readonly kind: K }>;

/** A path's last key, and the path of the record that holds it. */
export function partsOf(path: Path): { readonly holder: Path; readonly key: string } {
  const key = path.at(-1);
  if (typeof key !== 'string') throw new Error(`no key at the end of ${path.join('/')}`);
  return { holder: path.slice(0, -1), key };
}
