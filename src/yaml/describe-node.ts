import { ALIAS, LIST, MAP, NULL, SCALAR, type Scanner } from './scanner.ts';

const MAX_KEY = 1024;
const LONGEST = 40;

/** What stands at the cursor, as a fault tells it. */
export function describe(scanner: Scanner): string {
  const kind = scanner.node.kind;
  if (kind === MAP) return 'a mapping of keys to values';
  if (kind === LIST) return 'a list';
  if (kind === ALIAS) return 'an alias';
  if (kind !== SCALAR) return 'nothing';
  const value = scanner.node.value;
  return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value);
}

/** What is wrong with the node at the cursor as a key, or null: a ledger's keys are plain strings. */
export function keyFault(scanner: Scanner): string | null {
  const kind = scanner.node.kind;
  if (kind === NULL) return 'a key is missing here: keys are plain text';
  if (kind !== SCALAR) {
    const what = kind === ALIAS ? 'an alias' : kind === MAP ? 'a mapping' : 'a list';
    return `${what} as a key: keys are plain text`;
  }
  const key = scanner.node.value;
  if (key === '<<' && scanner.node.isPlain) return 'a merge key (<<): a ledger has none, so write the keys out';
  return key.length > MAX_KEY ? `a key of ${key.length} characters: at most ${MAX_KEY}` : null;
}
