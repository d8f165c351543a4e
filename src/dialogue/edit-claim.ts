import { editClaim } from '../change/edit-fields.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { claimFields } from '../options/claim-fields.ts';
import { nameOf, type Values } from '../options/option.ts';
import type { Planned } from './answer-verb.ts';

type Fields = Values<typeof claimFields>;

/** @throws Refusal where no field says what is to change */
export function refuseNothing(fields: Fields): void {
  if (Object.values(fields).some((value) => value !== null && value.length > 0)) return;
  throw new Refusal(`what is to change? e takes ${Object.keys(fields).map(nameOf).join(', ')}`);
}

/**
 * What changes what a claim says.
 * @param told where it is told of, and the claim's name to people; empty where the place tells it
 */
export function editing(
  ledger: Ledger,
  id: string,
  fields: Fields,
  { place, name }: { readonly place: string; readonly name: string },
): Planned {
  const { changes, keys } = editClaim(ledger, id, fields);
  const what = [keys.length > 0 ? 'changed' : 'already so', ...(name === '' ? [] : [name])];
  const shown = keys.map(({ key }) => key).join(', ');
  const words = keys.length > 0 ? `${what.join(' ')}: ${shown}` : what.join(': ');
  return { changes, told: { place, words, id, changes: keys } };
}
