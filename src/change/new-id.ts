import type { Claim, LedgerEvent } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * A short id for a new record.
 * @param slug what it is made of (`slugOf`)
 * @param taken ids that are in use
 * @param fallback what to count up where there is no slug: `claim` gives `claim-1`
 */
export function newId(slug: string, taken: ReadonlySet<string>, fallback: string): string {
  if (slug === '') {
    for (let n = 1; ; n++) if (!taken.has(`${fallback}-${n}`)) return `${fallback}-${n}`;
  }
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
}

/** The ids that new records may not have: those of others, and those that these had. */
export const takenIds = (records: readonly Pick<Claim, 'id' | 'formerly'>[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ id, formerly }) => [id, ...formerly]));

/**
 * Refuses an id that a record has, or had.
 * @param own the record that is to have it
 */
export function refuseTaken(
  type: 'claim' | 'event',
  wanted: string,
  records: readonly Claim[] | readonly LedgerEvent[],
  own: Claim | LedgerEvent | null = null,
): void {
  const other = records.find((one) => one !== own && [one.id, ...one.formerly].includes(wanted));
  if (other === undefined) return;
  const words = 'text' in other ? other.text : other.title;
  const how = other.id === wanted ? `is taken: ${words}` : `was that of ${other.id}: ${words}`;
  throw new Refusal(`the ${type} id "${wanted}" ${how}`, 'Choose another id.');
}
