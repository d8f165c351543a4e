import { firstDay } from '../model/dates.ts';
import type { NamedLedger } from '../model/ledger.ts';
import { isWithdrawn } from '../model/status.ts';
import {
  enteredLate,
  eventsById,
  inOrder,
  newClaim,
  newEvent,
  verdictChanges,
  withdrawalChanges,
} from './change-rows.ts';
import type { Changes } from './changes.ts';
import { type Held, isOverdueOn, isThere } from './held.ts';

/**
 * What changed between two days by the dates in the ledgers: what is dated after the first, up to and including the
 * second. What was corrected, lost or laid out anew has no date.
 * @param from YYYY-MM-DD
 * @param to YYYY-MM-DD, not before it
 */
export function changesByDate(ledgers: Iterable<NamedLedger>, from: string, to: string): Changes {
  const isBetween = (day: string) => day > from && day <= to;
  const changes = { verdicts: [], claims: [], events: [], corrections: [], withdrawals: [], overdue: [] } as {
    -readonly [K in Exclude<keyof Changes, 'layout'>]: Changes[K][number][];
  };
  for (const { name, article, claims, events } of ledgers) {
    const all = [...events()];
    const byId = eventsById(all);
    for (const event of all) if (isBetween(firstDay(event.date))) changes.events.push(newEvent(name, event));
    for (const claim of claims()) {
      const held: Held = { ledger: name, article, claim };
      // What was withdrawn before is in nothing any more.
      if (!isThere(held, to) || isWithdrawn(claim, from)) continue;
      const late = enteredLate(claim.verdicts);
      changes.verdicts.push(...verdictChanges(held, ({ date }) => isBetween(date), late, byId));
      changes.withdrawals.push(...withdrawalChanges(name, claim).filter(({ date }) => isBetween(date)));
      if (isWithdrawn(claim, to)) continue;
      if (!isThere(held, from)) changes.claims.push(newClaim(held));
      const { id, text, due } = claim;
      if (due !== null && isOverdueOn(held, to) && !isOverdueOn(held, from)) {
        changes.overdue.push({ ledger: name, claim: id, text, due });
      }
    }
  }
  return inOrder({ ...changes, layout: null });
}
