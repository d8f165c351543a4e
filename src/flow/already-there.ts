import type { Added } from '../change/add-claim.ts';
import type { Claim } from '../model/ledger.ts';

interface Outcome extends Added {
  /** Another claim that says nearly the same. */
  readonly near: Claim | null;
  /** The keys that were asked for of the claim that is there, and that it has otherwise. */
  readonly notTaken: readonly string[];
}

/**
 * What is said of a claim that the ledger has already, or nearly has.
 * @param nameOf how a claim is named to the user
 */
export function alreadyThere(
  { id, existing, near, changes, notTaken }: Outcome,
  nameOf: (id: string) => string,
): string[] {
  if (near) return [`${nameOf(near.id)} says nearly the same: ${near.text}`];
  if (!existing) return [];
  const others = notTaken.filter((key) => key !== 'anchor');
  const notes = [`It is in the ledger already: ${changes.length > 0 ? 'no claim is added.' : 'nothing changed.'}`];
  if (others.length > 0) {
    notes.push(`What it has otherwise stays (${others.join(', ')}). To change it: factledger edit ${nameOf(id)}`);
  }
  if (others.length < notTaken.length) {
    notes.push(`Its place is not written. To add it: factledger anchor ${nameOf(id)} PLACE`);
  }
  return notes;
}
