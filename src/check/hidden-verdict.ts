import type { Verdict } from '../model/ledger.ts';
import type { JudgedClaim } from './past.ts';

/** A verdict that stood, and that a later `added` of its claim hides on days on which it counted. */
export function hiddenVerdict({ was, is }: JudgedClaim): Verdict | undefined {
  const { added } = is;
  if (added === null || added <= (was.added ?? '')) return undefined;
  return was.verdicts.find(
    ({ date, withdrawn }) => date < added && (withdrawn?.date ?? '9999-12-31') > (was.added ?? ''),
  );
}
