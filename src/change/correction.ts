import type { Claim, Ledger, LedgerEvent } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Change, Path } from './change.ts';

/** A key of a record that is different now, as programs and people are told; null is what is not there. */
export interface KeyChange {
  readonly key: string;
  readonly from: string | readonly string[] | null;
  readonly to: string | readonly string[] | null;
}

/** What corrects a record, and what is told of it. Nothing is to be changed where both are empty. */
export interface Correction {
  readonly changes: readonly Change[];
  readonly keys: readonly KeyChange[];
}

/** A claim of a ledger that may have been read again. @throws Refusal if it is gone */
export function claimOf(ledger: Ledger, id: string): Claim {
  const claim = ledger.claims.find((one) => one.id === id);
  if (!claim) throw new Refusal(`the claim "${id}" is no longer in the ledger`, 'Look at it and try again.');
  return claim;
}

/** An event of a ledger that may have been read again. @throws Refusal if it is gone */
export function eventOf(ledger: Ledger, id: string): LedgerEvent {
  const event = ledger.events.find((one) => one.id === id);
  if (!event) throw new Refusal(`the event "${id}" is no longer in the ledger`, 'Look at it and try again.');
  return event;
}

/**
 * Gives a key a text or a list of texts, or takes it out; nothing where it has that value. Of texts, a line break at the
 * end makes no difference.
 * @param to null to take the key out
 */
export function withKey(
  record: Path,
  key: string,
  from: string | readonly string[] | null,
  to: string | readonly string[] | null,
): Correction {
  if (isSame(from, to)) return NOTHING;
  const path = [...record, key] as const;
  const change: Change = to === null ? { kind: 'remove', path } : { kind: 'set', path, value: to };
  return { changes: [change], keys: [{ key, from, to }] };
}

export const NOTHING: Correction = { changes: [], keys: [] };

export const together = (corrections: readonly Correction[]): Correction => ({
  changes: corrections.flatMap(({ changes }) => changes),
  keys: corrections.flatMap(({ keys }) => keys),
});

function isSame(one: string | readonly string[] | null, other: string | readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  const [a, b] = [[one].flat(), [other].flat()];
  return a.length === b.length && a.every((text, at) => withoutBreak(text) === withoutBreak(b[at] ?? ''));
}

const withoutBreak = (text: string) => text.replace(/\n$/, '');
