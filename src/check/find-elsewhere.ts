import type { Claim, Ledger } from '../model/ledger.ts';
import { isSameWording } from '../text/wording.ts';
import type { PastLedger } from './past.ts';

/** A claim and the ledger that it is in. */
export interface Held {
  readonly claim: Claim;
  readonly ledger: Ledger;
}

/** A claim that stood at a revision, and the ledger that it stood in. */
export interface Stood {
  readonly from: PastLedger;
  readonly was: Claim;
}

/**
 * Finds claims that are no longer in their ledger: each goes to the only new claim elsewhere that has or had its id, and
 * has its text; one to one.
 * @param isNew whether a claim of today did not stand in its ledger
 * @param isWhole whether a claim has all the verdicts of one that stood there
 */
export function findElsewhere(
  missing: readonly Stood[],
  now: readonly Ledger[],
  isNew: (held: Held) => boolean,
  isWhole: (one: Stood, held: Held) => boolean,
): { readonly pairs: readonly [Stood, Held][]; readonly lost: readonly Stood[] } {
  if (missing.length === 0) return { pairs: [], lost: [] };
  const holders = new Map<string, Held[]>();
  for (const ledger of now) {
    for (const claim of ledger.claims) {
      const held = { claim, ledger };
      if (!isNew(held)) continue;
      for (const id of new Set([claim.id, ...claim.formerly])) {
        const alike = holders.get(id);
        if (alike) alike.push(held);
        else holders.set(id, [held]);
      }
    }
  }
  const lost: Stood[] = [];
  const takers = new Map<Held, Stood[]>();
  for (const one of missing) {
    const fitting = (holders.get(one.was.id) ?? []).filter(({ claim }) => isSameWording(claim.text, one.was.text));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) lost.push(one);
    else takers.set(only, [...(takers.get(only) ?? []), one]);
  }
  const pairs = Array.from(takers, ([held, all]): [Stood, Held] => {
    // Where several had that id and text, the one whose history is whole is the one.
    const best = all.find((one) => isWhole(one, held)) ?? (all[0] as Stood);
    lost.push(...all.filter((one) => one !== best));
    return [best, held];
  });
  return { pairs, lost };
}
