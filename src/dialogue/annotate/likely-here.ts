import { namesPlace } from '../../article/anchors.ts';
import type { Claim } from '../../model/ledger.ts';
import { rankClaims } from '../../rank/rank-claims.ts';

/** Whether a claim is tied to a sentence of the article, which no hint does. */
export const isTied = ({ anchors }: Claim): boolean => anchors.some(namesPlace);

/** Claims in their order, but those that are not tied yet first. */
export const untiedFirst = (claims: readonly Claim[]): readonly Claim[] => [
  ...claims.filter((one) => !isTied(one)),
  ...claims.filter(isTied),
];

/** The claims that a sentence may make: those not tied yet first, and of these the ones that have most in common with it. */
export const likelyHere = (claims: readonly Claim[], sentence: string): readonly Claim[] =>
  untiedFirst(rankClaims(sentence, claims).map(({ claim }) => claim));
