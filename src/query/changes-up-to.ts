import { firstDay } from '../model/dates.ts';
import type { Changes } from './changes.ts';

/** Changes without what is dated after a day. @param day YYYY-MM-DD */
export function changesUpTo(changes: Changes, day: string): Changes {
  const isPast = ({ date }: { readonly date: string }) => firstDay(date) <= day;
  return {
    ...changes,
    verdicts: changes.verdicts.filter(isPast),
    claims: changes.claims.filter(({ said }) => said === null || firstDay(said) <= day),
    events: changes.events.filter(isPast),
    withdrawals: changes.withdrawals.filter(isPast),
  };
}
