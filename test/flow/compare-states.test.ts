import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { compareStates } from '../../src/flow/compare-states.ts';
import type { LedgersAt } from '../../src/flow/ledgers-at.ts';
import { changesByDate } from '../../src/query/changes-by-date.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { type Claim, DAYS, type Doc, ledgers, read } from '../query/any-ledger.ts';
import { runs } from '../soak.ts';

/** One ledger as it stood on a day. */
async function stateOf(text: string, day: string): Promise<LedgersAt> {
  const { ledger, faults } = await readLedger(text);
  expect(faults).toEqual([]);
  const place = { path: '/ledger.yaml', foundAt: '/ledger.yaml', name: 'ledger', file: 'ledger.yaml' };
  return { ledgers: [{ ...place, text, ledger, day }], commits: [], unreadable: [] };
}

const last = DAYS.at(-1) as string;
const saidOf = ({ said, added }: Claim, { article }: Doc) =>
  [said ?? article.published, added ?? ''].sort()[1] as string;

/** A ledger as it was written by a day, by people who enter each thing on its own day. */
function writtenBy(day: string, doc: Doc): string {
  const isOld = ({ date }: { readonly date: string }) => date <= day;
  const untaken = <R extends { readonly withdrawn?: { readonly date: string } }>({ withdrawn, ...rest }: R) =>
    withdrawn !== undefined && isOld(withdrawn) ? { ...rest, withdrawn } : rest;
  const claims = doc.claims
    .filter((claim) => saidOf(claim, doc) <= day)
    .map((claim) => ({ ...untaken(claim), verdicts: (claim.verdicts ?? []).filter(isOld).map(untaken) }));
  return stringify({ ...doc, claims });
}

/** Whether nothing was judged or withdrawn before it was said, and nothing judged that was withdrawn. */
function isHonest({ withdrawn, verdicts = [] }: Claim, said: string): boolean {
  const days = verdicts.flatMap((one) => [one.date, one.withdrawn?.date ?? one.date]);
  const end = withdrawn?.date ?? last;
  return end >= said && days.every((day) => day >= said && day <= end);
}

test('what a revision tells of an honest history is what dates tell', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(ledgers, fc.constantFrom(...DAYS), async (text, day) => {
      const whole: Doc = parse(text);
      const claims = whole.claims.filter((claim) => isHonest(claim, saidOf(claim, whole)));
      const doc = { ...whole, claims };
      const now = stringify(doc);
      const byRevision = compareStates(await stateOf(writtenBy(day, doc), day), await stateOf(now, last));
      const byDate = changesByDate([await read(now)], day, last);
      expect({ ...byRevision, layout: null }).toEqual(byDate);
      told += byDate.verdicts.length + byDate.withdrawals.length;
    }),
    runs(100),
  );
  expect(told).toBeGreaterThan(50);
});

test('a ledger that is only laid out anew says what it said', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, fc.boolean(), async (text, isFlow) => {
      const now = stringify(parse(text), isFlow ? { collectionStyle: 'flow' } : { indent: 4, indentSeq: false });
      const { layout, overdue, ...changes } = compareStates(await stateOf(text, last), await stateOf(now, last));
      expect(Object.values(changes).flat()).toEqual([]);
      expect(overdue).toEqual([]);
      expect(layout).toBeLessThanOrEqual(parse(text).claims.length + 1);
      expect(compareStates(await stateOf(text, last), await stateOf(text, last)).layout).toBe(0);
    }),
    runs(60),
  );
});
