import { expect, test } from 'vitest';
import type { ClaimRow } from '../../src/query/rows.ts';
import { sandbox } from '../sandbox.ts';

const LEDGER = `factledger: 1
article: { title: T, author: A, published: 2024-01-09 }
claims:
  - id: reversed
    text: Reversed and back, written out of order.
    verdicts:
      - { date: 2024-05-01, status: refuted, evidence: [e] }
      - { date: 2024-03-01, status: confirmed, evidence: [e] }
      - { date: 2024-05-01, status: pending }
  - { id: due-day, text: Due on a day., due: 2024-03-31 }
  - { id: due-month, text: Due in a month., due: 2024-03 }
  - { id: due-year, text: Due in a year., due: 2024 }
  - { id: later, text: Said later., said: 2024-06 }
  - { id: opinion, text: Taste., kind: opinion, due: 2024-01-10 }
events:
  - { id: e, date: 2024-02, title: E }
  - { id: unused, date: 2025, title: U }
`;

async function list(...argv: string[]): Promise<ClaimRow[]> {
  return JSON.parse((await sandbox(LEDGER).run(['list', '--format', 'json', ...argv])).out);
}

test.each([
  ['2024-02-29', 'pending', null],
  ['2024-03-01', 'confirmed', '2024-03-01'],
  ['2024-04-30', 'confirmed', '2024-03-01'],
  // Of two verdicts of one day, the later in the list stands.
  ['2024-05-01', 'pending', '2024-05-01'],
])('on %s the claim is %s', async (day, status, since) => {
  const [claim] = await list('--as-of', day);
  expect(claim).toMatchObject({ id: 'reversed', status, since });
  for (const verdict of claim?.verdicts ?? []) expect(verdict.date <= day).toBe(true);
});

test.each([
  ['2024-03-31', []],
  ['2024-04-01', ['due-day', 'due-month']],
  ['2024-12-31', ['due-day', 'due-month']],
  ['2025-01-01', ['due-day', 'due-month', 'due-year']],
])('overdue on %s: %j', async (day, ids) => {
  expect((await list('--overdue', '--as-of', day)).map(({ id }) => id)).toEqual(ids);
});

test('what was said or happened later is left out as of a day', async () => {
  expect((await list('--as-of', '2024-05-31')).map(({ id }) => id)).not.toContain('later');
  expect((await list('--as-of', '2024-06-01')).map(({ id }) => id)).toContain('later');
  expect(await list('--as-of', '2024-01-08')).toEqual([]);
  const events = await sandbox(LEDGER).run(['events', '--as-of', '2024-12-31', '--format', 'ids']);
  expect(events.out).toBe('e\n');
});

test('an opinion has no status and is in the total only', async () => {
  expect(await list('--kind', 'opinion')).toMatchObject([{ status: null, since: null, overdue: false }]);
  const { out } = await sandbox(LEDGER).run(['stats', '--format', 'json', '--as-of', '2025-06-01']);
  expect(JSON.parse(out)).toMatchObject({ total: 6, checkable: 5, confirmed: 0, pending: 5, refuted: 0, overdue: 3 });
});

test('the log goes back in time, verdicts above the events of their day', async () => {
  const { out } = await sandbox(LEDGER).run(['log', '--claim', 'reversed', '--format', 'json']);
  const entries = JSON.parse(out).map(({ date, type, from, status }: Record<string, string>) => [
    date,
    type,
    from,
    status,
  ]);
  expect(entries).toEqual([
    ['2024-05-01', 'verdict', 'refuted', 'pending'],
    ['2024-05-01', 'verdict', 'confirmed', 'refuted'],
    ['2024-03-01', 'verdict', 'pending', 'confirmed'],
    ['2024-02', 'event', null, null],
  ]);
});

test('sorting keeps file order for equal keys, and puts what is missing last either way', async () => {
  const ids = async (...argv: string[]) => (await list(...argv)).map(({ id }) => id);
  expect(await ids('--sort', 'due')).toEqual(['opinion', 'due-day', 'due-month', 'due-year', 'reversed', 'later']);
  expect(await ids('--sort', 'due', '--reverse')).toEqual([
    'due-year',
    'due-day',
    'due-month',
    'opinion',
    'reversed',
    'later',
  ]);
  expect(await ids('--reverse', '--limit', '2')).toEqual(['opinion', 'later']);
});
