import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overTime } from '../../src/query/over-time.ts';
import { allClaimRows } from '../../src/query/rows.ts';
import { GROUPINGS, groupClaims, tally, tallyGroup } from '../../src/query/tally.ts';
import { turnsOf } from '../../src/query/turns.ts';
import { runs } from '../soak.ts';
import { DAYS, ledgers, read } from './any-ledger.ts';

const LAST = DAYS.at(-1) as string;
const pick = ({ confirmed, pending, refuted }: { confirmed: number; pending: number; refuted: number }) => ({
  confirmed,
  pending,
  refuted,
});
const NONE = { confirmed: 0, pending: 0, refuted: 0 };

test('on every day the counts are those of stats --as-of, for all claims and for each group, from any later day', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, fc.constantFrom(...GROUPINGS), fc.boolean(), async (text, by, hidesLater) => {
      const named = await read(text);
      const until = hidesLater ? (DAYS[10] as string) : LAST;
      const rows = [...allClaimRows([named], { day: until, hidesLater })];
      const days = overTime(rows, until);
      const groups = groupClaims(rows, by).map(({ key, members }) => ({ key, days: overTime(members, until) }));
      expect(days.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))].sort());
      for (const day of DAYS.filter((one) => one <= until)) {
        const then = [...allClaimRows([named], { day, hidesLater: true })];
        expect(pick(days.findLast(({ date }) => date <= day) ?? NONE), day).toEqual(pick(tally(then)));
        const tallies = groupClaims(then, by).map(tallyGroup);
        for (const group of groups) {
          const last = group.days.findLast(({ date }) => date <= day) ?? NONE;
          expect(pick(last), `${day} ${group.key}`).toEqual(pick(tallies.find(({ key }) => key === group.key) ?? NONE));
        }
      }
    }),
    runs(200),
  );
});

test('a claim stands on every day as list --as-of says, and each turn differs from the one before', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, async (text) => {
      const named = await read(text);
      for (const row of allClaimRows([named], { day: LAST, hidesLater: false })) {
        const turns = turnsOf(row, LAST);
        for (const [at, { day, standing }] of turns.entries()) {
          expect(standing).not.toBe(turns[at - 1]?.standing);
          expect(day > (turns[at - 1]?.day ?? '')).toBe(true);
        }
        for (const day of DAYS) {
          const then = [...allClaimRows([named], { day, hidesLater: true })].find(({ id }) => id === row.id);
          const counts = then !== undefined && then.withdrawn === null;
          const standing = turns.findLast((turn) => turn.day <= day)?.standing ?? null;
          const status = standing === 'unseen' ? 'pending' : standing;
          expect(status, `${row.id} ${day}`).toBe(counts ? (then.status ?? 'opinion') : null);
          if (standing === 'unseen') expect(then?.verdicts.every(({ withdrawn }) => withdrawn !== null)).toBe(true);
        }
      }
    }),
    runs(200),
  );
});

test('partial dates count from their first day; what has no date was always there', async () => {
  const named = await read(`factledger: 1
article: { title: T }
claims:
  - { id: always, text: A. }
  - { id: month, text: B., said: 2024-03, verdicts: [{ date: 2024-02-10, status: confirmed }] }
  - { id: year, text: C., said: 2023 }
`);
  const rows = [...allClaimRows([named], { day: '2024-06-01', hidesLater: false })];
  expect(overTime(rows, '2024-06-01')).toEqual([
    { date: '2023-01-01', confirmed: 0, pending: 2, refuted: 0 },
    { date: '2024-03-01', confirmed: 1, pending: 2, refuted: 0 },
  ]);
  expect(overTime(rows, '2024-02-29')).toHaveLength(1);
  expect(overTime(rows.slice(0, 1), '2024-06-01')).toEqual([]);
});
