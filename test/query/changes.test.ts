import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesByDate } from '../../src/query/changes-by-date.ts';
import { allClaimRows } from '../../src/query/rows.ts';
import { runs } from '../soak.ts';
import { DAYS, ledgers, read } from './any-ledger.ts';

const day = fc.constantFrom(...DAYS);
const days = fc.tuple(day, day).map(([one, other]) => (one < other ? [one, other] : [other, one]) as [string, string]);

test('between two days, what changed leads from the list of the one to the list of the other', async () => {
  let [verdicts, reversals, withdrawals] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(ledgers, days, async (text, [from, to]) => {
      const ledger = await read(text);
      const listed = (on: string) =>
        new Map(Array.from(allClaimRows([ledger], { day: on, hidesLater: true }), (row) => [row.id, row]));
      const [then, now] = [listed(from), listed(to)];
      const changes = changesByDate([ledger], from, to);
      verdicts += changes.verdicts.length;
      reversals += changes.verdicts.filter(({ reversal }) => reversal).length;
      withdrawals += changes.withdrawals.length;
      for (const { date } of [...changes.verdicts, ...changes.withdrawals])
        expect(date > from && date <= to).toBe(true);
      for (const [id, row] of now) {
        const was = then.get(id);
        const own = changes.verdicts.filter(({ claim }) => claim === id);
        const taken = changes.withdrawals.filter(({ claim }) => claim === id);
        const isNew = was === undefined && row.withdrawn === null;
        expect(changes.claims.some(({ claim }) => claim === id)).toBe(isNew);
        const isLate = row.overdue && was?.overdue !== true;
        expect(changes.overdue.some(({ claim }) => claim === id)).toBe(isLate);
        expect(taken.some(({ verdict }) => verdict === null)).toBe((row.withdrawn?.date ?? '') > from);
        if (row.status === null || was === undefined || was.withdrawn || row.withdrawn) continue;
        if (was.status !== row.status) expect(own.length + taken.length).toBeGreaterThan(0);
        if (taken.length > 0) continue;
        if (own.length === 0) expect(row.status).toBe(was.status);
        // One step leads to the next, from the status then to that now.
        const steps = own.map(({ from: before, to: after }) => [before, after] as const);
        expect(reaches(was.status, row.status, steps), JSON.stringify({ own, was, row })).toBe(true);
      }
    }),
    runs(400),
  );
  expect(Math.min(verdicts, reversals, withdrawals)).toBeGreaterThan(50);
});

type Step = readonly [from: string | null, to: string | null];

/** Whether all steps, in some order, lead from one status to another. */
function reaches(from: string | null, to: string | null, steps: readonly Step[]): boolean {
  if (steps.length === 0) return from === to;
  return steps.some(([before, after], at) => before === from && reaches(after, to, steps.toSpliced(at, 1)));
}
