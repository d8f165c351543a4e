import type { Claim, Ledger } from '../model/ledger.ts';
import { contentOf } from '../text/content-words.ts';
import { foldTypesetting } from '../text/fold.ts';
import { tellingChanges } from '../text/wording.ts';

/** How much of their words two texts share, from 0 to 1, to be nearly the same. */
const NEAR = 0.85;

/**
 * The first claim that says nearly the same, withdrawn ones aside: as `duplicate-claim` compares them, or with most words
 * in common and no other number, name or negation.
 * @param replaced the claim that the text takes the place of, which is not meant
 */
export function nearClaim({ claims, article }: Ledger, text: string, replaced: string | null): Claim | null {
  const wordsOf = (of: string) => contentOf(of, article.language).split(' ').filter(Boolean);
  const content = contentOf(text, article.language);
  // Long words are in few other claims: they tell soonest that one is another.
  const words = [...new Set(wordsOf(text))].sort((one, other) => other.length - one.length);
  const looked = words.map((word) => word.replace(/[ˑ%]$/, ''));
  // Whatever has too few of the words is not taken apart: most claims have none.
  const mostMissing = Math.floor(words.length * (1 - NEAR / (2 - NEAR)));
  const isNear = (other: string) => {
    const folded = foldTypesetting(other).toLowerCase();
    let missing = 0;
    for (const word of looked) if (!folded.includes(word) && ++missing > mostMissing) return false;
    if (contentOf(other, article.language) === content) return true;
    const others = new Set(wordsOf(other));
    const shared = words.filter((word) => others.has(word)).length;
    return (2 * shared) / (words.length + others.size) >= NEAR && tellingChanges(text, other).length === 0;
  };
  if (words.length === 0) return null;
  const isOther = ({ id, withdrawn }: Claim) => withdrawn === null && id !== replaced;
  return claims.find((claim) => isOther(claim) && isNear(claim.text)) ?? null;
}
