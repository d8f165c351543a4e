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
  readonly item: WrittenRecord;
}

/** Puts a key with a text into a record that has none of that name, or one without a value. */
interface Fill {
  readonly kind: 'fill';
  readonly path: KeyPath;
  readonly value: string;
}

/**
 * One thing that is to be different in a ledger's file, as data: `yaml` writes it. A new kind is a new member here, and
 * the compiler then names each place that has to know it.
 */
export type Change = Append | Fill;

/** A path's last key, and the path of the record that holds it. */
export function partsOf(path: KeyPath): { readonly holder: Path; readonly key: string } {
  const key = path.at(-1);
  if (typeof key !== 'string') throw new Error(`no key at the end of ${path.join('/')}`);
  return { holder: path.slice(0, -1), key };
}
