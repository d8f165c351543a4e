import type { Claim } from '../../model/ledger.ts';
import { Refusal } from '../../model/refusal.ts';
import { isWithdrawn } from '../../model/status.ts';
import { resolveClaim } from '../../query/names.ts';
import { nearest } from '../../text/nearest.ts';
import type { Annotated, Here } from './annotated.ts';
import { likelyHere } from './likely-here.ts';

/** How many claims a refusal names. */
const NAMED = 5;

/**
 * The claim that a name stands for.
 * @param here the sentences at hand, whose likely claims are named where there is none of that name
 */
export function claimNamed({ target, today, nameOf }: Annotated, name: string, here: Here): Claim {
  const { claims } = target.ledger;
  const found = name === '' ? null : resolved(target, name);
  const claim = claims.find(({ id }) => id === found);
  if (claim !== undefined && !isWithdrawn(claim, today)) return claim;
  if (claim !== undefined) throw new Refusal(`the claim "${nameOf(claim.id)}" is withdrawn`);
  const standing = claims.filter((one) => !isWithdrawn(one, today));
  const ids = standing.map(({ id }) => id);
  const alike = name === '' ? [] : nearest(name, ids, NAMED);
  const likely = likelyHere(standing, here.text).map(({ id }) => id);
  const near = [...new Set([...alike, ...likely])].slice(0, NAMED).map(nameOf).join(', ');
  const what = name === '' ? 'no claim is named' : `there is no claim "${name}"`;
  throw new Refusal(near === '' ? what : `${what}; nearest here: ${near}`);
}

/** The id of the claim that a name stands for; null where there is none. @throws Refusal where it fits several */
function resolved(target: Annotated['target'], name: string): string | null {
  try {
    return resolveClaim(name, [target]).record.id;
  } catch (error) {
    const isKnown = target.ledger.claims.some(({ id }) => id.startsWith(name));
    if (!(error instanceof Refusal) || isKnown) throw error;
    return null;
  }
}
