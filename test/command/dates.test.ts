import { describe, expect, test } from 'vitest';
import { HARBOUR, type Sandbox, sandbox } from '../sandbox.ts';

/** A Monday. */
const env = { FACTLEDGER_TODAY: '2024-04-15' };
const run = (box: Sandbox, ...argv: string[]) => box.run(argv, { env });

describe('what is written is the day that is meant', () => {
  test.each([
    [['add', 'New.', '--said'], 'friday', 'said: 2024-04-12'],
    [['add', 'New.', '--said'], '2024-03', 'said: 2024-03\n'],
    [['add', 'New.', '--due'], 'friday', 'due: 2024-04-19'],
    [['add', 'New.', '--due'], 'Mon', 'due: 2024-04-22'],
    [['add', 'New.', '--due'], '6m', 'due: 2024-10-15'],
    [['add', 'New.', '--due'], 'yesterday', 'due: 2024-04-14'],
    [['add', 'New.', '--due'], '2025', 'due: "2025"'],
    [['record', 'It happened.', '--date'], 'yesterday', 'date: 2024-04-14'],
    [['record', 'It happened.', '--date'], '2024-02', 'date: 2024-02\n'],
    [['cite', 'dredging-late', '--source', 'https://example.org/new', '--date'], '2w', 'date: 2024-04-01'],
    [['mark', 'pending', 'ferries-sail', '--date'], '3d', 'date: 2024-04-12'],
    [['mark', 'confirmed', 'ferries-sail', '--event', 'Two sail.', '--on'], 'sat', 'date: 2024-04-13'],
    [['mark', 'confirmed', 'ferries-sail', '--event', 'Two sail.', '--on'], '1m', 'date: 2024-03-15'],
  ])('%j %s', async (argv, typed, written) => {
    const box = sandbox(HARBOUR);
    expect(await run(box, ...argv, typed)).toMatchObject({ code: 0 });
    expect(box.read('ledger.yaml')).toContain(written);
    expect(HARBOUR).not.toContain(written);
  });

  test('init --published', async () => {
    const box = sandbox();
    expect((await run(box, 'init', '--title', 'T', '--published', 'thursday')).code).toBe(0);
    expect(box.read('ledger.yaml')).toContain('published: 2024-04-11');
  });

  test('mark says which day it is', async () => {
    const { out } = await run(sandbox(HARBOUR), 'mark', 'pending', 'ferries-sail', '--date', 'yesterday');
    expect(out).toBe('ferries-sail: pending → pending (2024-04-14)\n');
  });

  test('today is the local one where nothing else is said', async () => {
    const box = sandbox(HARBOUR);
    await box.run(['add', 'New.', '--said', 'yesterday'], { now: '2025-03-01T00:05:00' });
    expect(box.read('ledger.yaml')).toContain('said: 2025-02-28');
  });
});

describe('what is looked up', () => {
  const LEDGER = `factledger: 1
article: { title: T }
claims:
  - { id: day, text: D, due: 2024-04-19 }
  - { id: month, text: M, due: 2024-04 }
  - { id: year, text: Y, due: 2024, verdicts: [{ date: 2024-04-01, status: confirmed, evidence: [e-1] }] }
  - { id: none, text: N }
events:
  - { id: e-1, date: 2024-04-11, title: E }
  - { id: e-2, date: 2024-04-12, title: E }
  - { id: e-3, date: 2024-04-13, title: E }
`;
  const ids = async (...argv: string[]) =>
    (await run(sandbox(LEDGER), ...argv, '--format', 'ids')).out.split('\n').slice(0, -1);

  test.each([
    [
      ['--since', 'friday'],
      ['e-2', 'e-3'],
    ],
    [['--since', '2d'], ['e-3']],
    [
      ['--until', 'fri'],
      ['e-1', 'e-2'],
    ],
    [
      ['--since', '4d', '--until', '3d'],
      ['e-1', 'e-2'],
    ],
    [['--since', '2024-05'], []],
    [
      ['--until', '2024'],
      ['e-1', 'e-2', 'e-3'],
    ],
    // Counted from the day that is looked from.
    [
      ['--since', 'yesterday', '--as-of', '2024-04-13'],
      ['e-2', 'e-3'],
    ],
    [['--since', 'today', '--as-of', 'fri'], ['e-2']],
    [
      ['--as-of', 'friday'],
      ['e-1', 'e-2'],
    ],
    [
      ['--as-of', '2d'],
      ['e-1', 'e-2', 'e-3'],
    ],
  ])('events %j', async (argv, found) => expect(await ids('events', ...argv)).toEqual(found));

  test.each([
    // Today is Monday the 15th.
    [['--due-by', 'friday'], ['day']],
    [['--due-by', 'thursday'], []],
    [['--due-by', '4d'], ['day']],
    [
      ['--due-by', '2024-04'],
      ['day', 'month'],
    ],
    [['--due-by', '2024-04-29'], ['day']],
    [
      ['--due-by', '2024'],
      ['day', 'month', 'year'],
    ],
    [
      ['--due-by', '2024', '--status', 'pending'],
      ['day', 'month'],
    ],
    [
      ['--due-by', '2024', '--sort', 'due', '--reverse'],
      ['year', 'month', 'day'],
    ],
    // Counted from the day that is looked from.
    [['--due-by', '2w', '--as-of', '2024-04-01'], []],
    [['--due-by', '3w', '--as-of', '2024-04-01'], ['day']],
  ])('list %j', async (argv, found) => expect(await ids('list', ...argv)).toEqual(found));

  test('log --since and --until', async () => {
    const { out } = await run(sandbox(LEDGER), 'log', '--since', '2w', '--until', 'thursday', '--json');
    expect(JSON.parse(out).map(({ date }: { date: string }) => date)).toEqual(['2024-04-11', '2024-04-01']);
  });
});

describe('--as-of', () => {
  const LEDGER = `factledger: 1
article: { title: T }
claims: [{ id: a, text: A }]
events:
  - { id: old, date: 2023-12-31, title: E }
  - { id: leap, date: 2024-02-29, title: E }
  - { id: now, date: 2024-04-15, title: E }
  - { id: later, date: 2024-04-16, title: E }
`;

  test.each([
    ['2023', ['old']],
    ['2024-02', ['old', 'leap']],
    ['2024-04', ['old', 'leap', 'now']],
    ['2024', ['old', 'leap', 'now']],
    ['2030', ['old', 'leap', 'now']],
    ['2024-04-30', ['old', 'leap', 'now', 'later']],
    ['tomorrow', ['old', 'leap', 'now', 'later']],
    ['today', ['old', 'leap', 'now']],
    ['2m', ['old']],
  ])('%s', async (typed, found) => {
    const { out } = await run(sandbox(LEDGER), 'events', '--as-of', typed, '--format', 'ids');
    expect(out.split('\n').slice(0, -1)).toEqual(found);
  });

  test('sets the day of check', async () => {
    const box = sandbox('factledger: 1\narticle: { title: T }\nclaims: [{ id: a, text: A, due: 2024-03 }]\n');
    const overdue = async (day: string) => (await run(box, 'check', '--rule', 'overdue', '--as-of', day)).out !== '';
    expect(await overdue('2w')).toBe(true);
    expect(await overdue('2024-03')).toBe(false);
  });
});

describe('what is no date', () => {
  test.each([
    [
      ['add', 'A', '--said', '03.04.2022'],
      'found "03.04.2022"\nOr write today, yesterday, tomorrow, a weekday (the last one)',
    ],
    [['add', 'A', '--due', '2027-Q1'], 'a weekday (the next one), or 3d, 2w, 6m or 1y (forward from today).'],
    [['add', 'A', '--said', 'yesterdy'], 'did you mean "yesterday"?'],
    [['add', 'A', '--said', '2024-02-30'], 'February 2024 has 29 days\n'],
    [['add', 'A', '--said', '2024-03-01T10:00'], 'did you mean 2024-03-01?'],
    [['add', 'A', '--said', '9999y'], '--said: 9999y, from 2024-04-15, is outside the years 0001 to 9999'],
    [
      ['mark', 'pending', 'ferries-sail', '--date', '2024-03'],
      'expected a day, YYYY-MM-DD, found 2024-03: the day is missing\n',
    ],
    [['mark', 'pending', 'ferries-sail', '--date', 'last week'], 'expected a day, YYYY-MM-DD, found "last week"'],
    [['events', '--since', '-3d'], 'expected a date'],
    [['list', '--as-of', 'list'], '--as-of: expected a date'],
    [['list', '--as-of', '\u001b[31m'], '\\u001b[31m'],
  ])('%j', async (argv, message) => {
    const box = sandbox(HARBOUR);
    const { code, out, err } = await run(box, ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(box.read('ledger.yaml')).toBe(HARBOUR);
  });

  test('$FACTLEDGER_TODAY is a whole day, and the first page and help do without', async () => {
    const wrong = { env: { FACTLEDGER_TODAY: 'yesterday' } };
    const box = sandbox(HARBOUR);
    expect((await box.run(['list'], wrong)).err).toContain('$FACTLEDGER_TODAY: expected a day');
    expect((await box.run([], wrong)).code).toBe(0);
    expect((await box.run(['list', '--help'], wrong)).code).toBe(0);
  });
});
