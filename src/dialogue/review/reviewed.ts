import type { ReadLedger } from '../../flow/read-ledgers.ts';
import type { Claim } from '../../model/ledger.ts';
import { Refusal } from '../../model/refusal.ts';
import { resolveClaim } from '../../query/names.ts';
import { isLookedAt } from '../../query/review-queue.ts';
import { type ClaimRow, claimRow, claimRows } from '../../query/rows.ts';
import type { Stand } from '../answer-verb.ts';

/** A claim to look at. */
interface Item {
  /** The name of its ledger. */
  readonly ledger: string;
  readonly id: string;
}

/** The claims of some ledgers, as they are reviewed, seen from one of them. */
export interface Reviewed extends Stand {
  readonly targets: readonly [ReadLedger, ...ReadLedger[]];
  /** The pending ones in their order, then others that an answer named. */
  readonly items: readonly Item[];
  /** YYYY-MM-DD */
  readonly today: string;
  /** Who decides, where an answer does not say. */
  readonly by: string | null;
  /** How a claim is named to the user. */
  readonly nameOf: (item: Item) => string;
}

/** The same, seen from another claim. */
export function seenFrom(state: Reviewed, at: number): Reviewed {
  const ledger = state.items[at]?.ledger;
  return { ...state, at, target: state.targets.find(({ name }) => name === ledger) ?? state.targets[0] };
}

/** The same, seen from a claim that was named, pending or not. @throws Refusal if there is none */
export function turnedTo(state: Reviewed, name: string): Reviewed {
  const { ledger, record } = resolveClaim(name, state.targets);
  const at = state.items.findIndex((item) => item.ledger === ledger.name && item.id === record.id);
  if (at !== -1) return seenFrom(state, at);
  const items = [...state.items, { ledger: ledger.name, id: record.id }];
  return seenFrom({ ...state, items }, items.length - 1);
}

/** The same where one of the ledgers is another one now. */
export function renewed(state: Reviewed, target: ReadLedger): Reviewed {
  const of = (one: ReadLedger) => (one.found === target.found ? target : one);
  const [first, ...others] = state.targets;
  return { ...state, target: of(state.target), targets: [of(first), ...others.map(of)] };
}

/** The claim at hand. @throws Refusal if there is none, or it is no longer in its ledger */
export function itemAtHand(state: Reviewed): Item & { readonly name: string } {
  const item = state.items[state.at];
  if (item === undefined) throw new Refusal('no claim is pending', 'Name a claim before the answer.');
  return { ...item, name: state.nameOf(item) };
}

/** The claim at hand, as it is told; null where there is none. */
export function rowAtHand({ items, at, target, today }: Reviewed): ClaimRow | null {
  const claim = claimAt({ items, at, target });
  return claim && claimRow(target, claim, { day: today, hidesLater: false });
}

/** The claim at hand, as it stands in its ledger; null where there is none. */
export const claimAt = ({ items, at, target }: Pick<Reviewed, 'items' | 'at' | 'target'>): Claim | null =>
  target.ledger.claims.find(({ id }) => id === items[at]?.id) ?? null;

/** The same, seen from the next claim that is pending; from this one where none is left. */
export function onward(state: Reviewed): Reviewed {
  for (let at = state.at + 1; at < state.items.length; at++) {
    const next = seenFrom(state, at);
    if (rowAtHand(next)?.status === 'pending') return next;
  }
  return state;
}

/** What an answer is about, and its words. @param about as typed; null for the claim at hand */
export function itemOf(state: Reviewed, about: string | null): { readonly place: string; readonly text: string } {
  const there = about === null ? state : turnedTo(state, about);
  const item = there.items[there.at];
  return item === undefined
    ? { place: 'the end', text: 'no claim is pending' }
    : { place: there.nameOf(item), text: claimAt(there)?.text ?? '' };
}

/** How far the work is: `8 claims pending, 3 of them looked at today`. */
export function progressOf({ targets, items, today }: Reviewed): string {
  const meant = new Set(items.map(({ ledger, id }) => `${ledger}/${id}`));
  const pending = [...claimRows(targets, { day: today, hidesLater: false })].filter(
    ({ ledger, id, status }) => status === 'pending' && meant.has(`${ledger}/${id}`),
  );
  const looked = pending.filter((row) => isLookedAt(row, today)).length;
  const count = pending.length === 1 ? 'one claim' : `${pending.length || 'no'} claims`;
  return `${count} pending${looked > 0 ? `, ${looked} of them looked at today` : ''}`;
}
