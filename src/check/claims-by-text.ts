import type { Claim } from '../model/ledger.ts';
import { fold } from '../text/fold.ts';
import { wordingOf } from '../text/wording.ts';
import type { PastLedger } from './past.ts';

/** Finds another claim that stood at a revision with the text that one has now; case and punctuation aside. */
export function claimsByText(stood: readonly PastLedger[]): (was: Claim, text: string) => Claim | null {
  let claims: ReadonlyMap<string, Claim> | null = null;
  return (was, text) => {
    // Few claims are reworded, and then only the texts of all others are wanted.
    claims ??= new Map(
      stood.flatMap(({ ledger }) => ledger.claims.map((claim) => [bareText(claim.text), claim] as const)),
    );
    const key = bareText(text);
    const other = claims.get(key);
    return other && other !== was && key !== bareText(was.text) ? other : null;
  };
}

/** A text down to its letters and digits. */
const bareText = (text: string) =>
  fold(wordingOf(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
