import { daysBetween } from '../../model/dates.ts';
import type { Verdict } from '../../model/ledger.ts';
import { kindOf } from '../../model/status.ts';
import type { JudgedClaim } from '../past.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

/** Days by which the clocks of those who wrote the ledger and the revision may differ. */
const GRACE = 1;

export const backdated: Rule = {
  id: 'backdated',
  page: () => import('./backdated.md'),
  severity: 'warning',
  *compare({ day, judged }) {
    for (const claim of judged) {
      for (const { verdict, stood } of changesBefore(day, claim)) {
        const message = `a new verdict, ${verdict.status}, of ${verdict.date}: ${claim.is.id} stood as ${stood} on that day until now`;
        yield { offset: valueAt(verdict, 'date'), message, claim: claim.is };
      }
    }
  },
};

/** New verdicts that change the status of a day before the revision's own. */
function changesBefore(day: string, { was, is, lost, added }: JudgedClaim): { verdict: Verdict; stood: string }[] {
  if (added.length === 0 || kindOf(was) === 'opinion' || kindOf(is) === 'opinion') return [];
  // What stands in the place of another is told of as rewritten.
  const rewritten = new Set(lost.map(({ date }) => date));
  const isNew = new Set(added.filter(({ date }) => !rewritten.has(date)));
  const told = new Set<Verdict>();
  const found: { verdict: Verdict; stood: string }[] = [];
  const then = byDate(was.verdicts);
  const now = byDate(is.verdicts);
  let [atThen, atNow] = [0, 0];
  // A status holds from one verdict's day to that of the next.
  for (const date of [...new Set([...then, ...now].map((verdict) => verdict.date))].sort()) {
    if (daysBetween(date, day) <= GRACE) break;
    while (then[atThen] && (then[atThen] as Verdict).date <= date) atThen++;
    while (now[atNow] && (now[atNow] as Verdict).date <= date) atNow++;
    const stood = then[atThen - 1]?.status ?? 'pending';
    const verdict = now[atNow - 1];
    if (!verdict || verdict.status === stood || !isNew.has(verdict) || told.has(verdict)) continue;
    told.add(verdict);
    found.push({ verdict, stood });
  }
  return found;
}

const byDate = (verdicts: readonly Verdict[]) =>
  [...verdicts].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
