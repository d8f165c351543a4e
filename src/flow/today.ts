import { dateFault, localDay } from '../model/dates.ts';
import { Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';

/** The local calendar day, or the one that `$FACTLEDGER_TODAY` names, for scripts and tests. @throws Refusal where that is no day */
export function todayOf({ env, now }: World): string {
  const named = env.FACTLEDGER_TODAY ?? '';
  if (named === '') return localDay(now());
  const fault = dateFault(named, true);
  if (fault !== null) throw new Refusal(`$FACTLEDGER_TODAY: ${fault}`);
  return named;
}
