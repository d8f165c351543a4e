import type { Ledger } from '../model/ledger.ts';

/** The ids of all events that verdicts of the ledger rest on. */
export const evidenceIn = ({ claims }: Ledger): ReadonlySet<string> =>
  new Set(claims.flatMap(({ verdicts }) => verdicts.flatMap(({ evidence }) => evidence)));
