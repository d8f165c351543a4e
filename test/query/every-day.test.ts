import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { allClaimRows, claimRows } from '../../src/query/rows.ts';
import { groupClaims, tally, tallyGroup } from '../../src/query/tally.ts';
import { timeline } from '../../src/query/timeline.ts';
import { runs } from '../soak.ts';
import { type Claim, DAYS, type Doc, ledgers, read } from './any-ledger.ts';

/** The status of a claim on a day, in the words of the format: the last by date, then by place, that is not withdrawn. */
function statusOf({ kind, verdicts = [] }: Claim, day: string): string | null {
  if (kind === 'opinion') return null;
  let last = { date: '', status: 'pending' };
  for (const verdict of verdicts) {
    const isWithdrawn = verdict.withdrawn !== undefined && verdict.withdrawn.date <= day;
    if (verdict.date <= day && !isWithdrawn && verdict.date >= last.date) last = verdict;
  }
  return last.status;
}

/** Going back day by day, the first with the same status, no earlier than the first verdict. */
function sinceOf(claim: Claim, day: string): string | null {
  const dates = (claim.verdicts ?? []).map(({ date }) => date).filter((date) => date <= day);
  if (dates.length === 0 || claim.kind === 'opinion') return null;
  let since = day;
  for (const earlier of DAYS.filter((one) => one < day).reverse()) {
    if (!dates.some((date) => date <= earlier) || statusOf(claim, earlier) !== statusOf(claim, day)) break;
    since = earlier;
  }
  return since;
}

const isThere = ({ said, added }: Claim, { article }: Doc, day: string) =>
  (said ?? article.published) <= day && (added ?? '') <= day;
const isWithdrawn = ({ withdrawn }: Claim, day: string) => withdrawn !== undefined && withdrawn.date <= day;

test('on every day the numbers add up, and are those that the YAML says in a few lines', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, async (text) => {
      const named = await read(text);
      const doc: Doc = parse(text);
      for (const day of DAYS) {
        const there = doc.claims.filter((claim) => isThere(claim, doc, day));
        const counting = there.filter((claim) => !isWithdrawn(claim, day));
        const having = (status: string) => counting.filter((claim) => statusOf(claim, day) === status);
        const checkable = counting.filter(({ kind }) => kind !== 'opinion').length;
        const counts = tally(allClaimRows([named], { day, hidesLater: true }));
        expect(counts, day).toEqual({
          total: counting.length,
          checkable,
          confirmed: having('confirmed').length,
          pending: having('pending').length,
          refuted: having('refuted').length,
          overdue: having('pending').filter(({ due }) => due !== undefined && due < day).length,
          withdrawn: there.length - counting.length,
        });
        expect(counts.confirmed + counts.pending + counts.refuted).toBe(checkable);
        const groups = groupClaims(allClaimRows([named], { day, hidesLater: true }), 'kind').map(tallyGroup);
        expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(counting.length);
      }
    }),
    runs(300),
  );
});

test('on every day a claim has its status, and has had it since the day that going back finds', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, async (text) => {
      const named = await read(text);
      const doc: Doc = parse(text);
      for (const day of DAYS) {
        const rows = [...allClaimRows([named], { day, hidesLater: true })];
        const told = rows.map(({ id, status, since, withdrawn }) => [id, status, since, withdrawn?.date ?? null]);
        const expected = doc.claims
          .filter((claim) => isThere(claim, doc, day))
          .map((claim) => {
            const gone = isWithdrawn(claim, day) ? (claim.withdrawn?.date ?? null) : null;
            // What was withdrawn keeps the status that it had last.
            return [claim.id, statusOf(claim, gone ?? day), sinceOf(claim, gone ?? day), gone];
          });
        expect(told, day).toEqual(expected);
      }
    }),
    runs(300),
  );
});

test('on no day is a claim counted beside those that took its place, and on none is neither there', async () => {
  let splits = 0;
  await fc.assert(
    fc.asyncProperty(ledgers, async (text) => {
      const named = await read(text);
      const doc: Doc = parse(text);
      for (const day of DAYS) {
        const counted = new Set(Array.from(claimRows([named], { day, hidesLater: true }), ({ id }) => id));
        for (const claim of doc.claims) {
          const parts = doc.claims.filter(({ id }) => claim.withdrawn?.instead.includes(id));
          if (parts.length === 0 || !isThere(claim, doc, day)) continue;
          splits++;
          if (counted.has(claim.id)) expect(parts.filter(({ id }) => counted.has(id))).toEqual([]);
          else for (const part of parts) expect(counted.has(part.id) || isWithdrawn(part, day)).toBe(true);
        }
      }
    }),
    runs(300),
  );
  expect(splits).toBeGreaterThan(1000);
});

test('the log of a claim leads, step by step, to the status of every day', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, async (text) => {
      const named = await read(text);
      const doc: Doc = parse(text);
      const day = DAYS.at(-1) as string;
      const entries = timeline([...allClaimRows([named], { day, hidesLater: true })], []);
      const dates = entries.map(({ date }) => date);
      expect(dates).toEqual([...dates].sort().reverse());
      for (const claim of doc.claims) {
        if (claim.kind === 'opinion') continue;
        const own = entries.filter(({ claim: id, status }) => id === claim.id && status !== null).reverse();
        for (const one of DAYS) {
          const last = own.findLast(({ date }) => date <= one);
          if (isThere(claim, doc, day)) expect(last?.status ?? 'pending').toBe(statusOf(claim, one));
        }
        for (const [at, { from }] of own.entries()) expect(from).toBe(own[at - 1]?.status ?? 'pending');
      }
    }),
    runs(300),
  );
});
