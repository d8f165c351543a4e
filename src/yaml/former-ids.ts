import type { Ledger } from '../model/ledger.ts';

/**
 * The ledger with the present ids in place of former ones wherever a verdict names an event, or a withdrawal a claim;
 * what has neither is left as it is written.
 */
export function resolveFormerIds(ledger: Ledger): Ledger {
  const events = presentIds(ledger.events);
  const claims = presentIds(ledger.claims);
  if (events.size === 0 && claims.size === 0) return ledger;
  return {
    ...ledger,
    claims: ledger.claims.map((claim) => ({
      ...claim,
      verdicts: claim.verdicts.map((verdict) => ({ ...verdict, evidence: resolved(verdict.evidence, events) })),
      withdrawn: claim.withdrawn && { ...claim.withdrawn, instead: resolved(claim.withdrawn.instead, claims) },
    })),
  };
}

/** For each former id that no record has, the id that its record has now. */
function presentIds(records: Ledger['claims'] | Ledger['events']): ReadonlyMap<string, string> {
  const present = new Map<string, string>();
  for (const { id, formerly } of records) for (const former of formerly) present.set(former, id);
  if (present.size > 0) for (const { id } of records) present.delete(id);
  return present;
}

function resolved(ids: readonly string[], present: ReadonlyMap<string, string>): readonly string[] {
  // One for each as written: places tell where each of them stands.
  return ids.some((id) => present.has(id)) ? ids.map((id) => present.get(id) ?? id) : ids;
}
