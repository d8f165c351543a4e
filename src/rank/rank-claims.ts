import { ClaimPool, type PooledClaim, pooledEvents, type RestingClaim, type TitledEvent } from './claim-pool.ts';
import { queryOf } from './query.ts';
import { rankPool } from './rank-pool.ts';

/**
 * Ranks the claims of one ledger by how much a sentence bears on them: best first, equal ones in their order; those
 * that have nothing of it are left out.
 * @param events the ledger's, to look at what the claims rest on as well; none to look at their texts and tags alone
 */
export function rankClaims<C extends PooledClaim & RestingClaim>(
  sentence: string,
  claims: readonly C[],
  events: Iterable<TitledEvent> = [],
): { readonly claim: C; readonly strength: number }[] {
  const pooled = pooledEvents(events);
  const pool = new ClaimPool();
  for (const claim of claims) pool.add(claim, pooled);
  return rankPool(pool, queryOf([sentence]), () => true, claims.length).flatMap(({ claim: at, strength }) => {
    const claim = claims[at];
    return claim === undefined ? [] : [{ claim, strength }];
  });
}
