import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { HARBOUR, sandbox } from '../sandbox.ts';

const SAME = [
  'add',
  'The  harbour will reopen by 31 March.',
  '--speaker',
  'Minister of Transport',
  '--said',
  '2024-01-08',
];

test('a claim that the ledger has is not added again: its id is printed', async () => {
  const box = sandbox(HARBOUR);
  const { code, out, err } = await box.run(SAME);
  expect({ code, out }).toEqual({ code: 0, out: 'harbour-reopens\n' });
  expect(err).toContain('It is in the ledger already: nothing changed.');
  expect(JSON.parse((await box.run([...SAME, '--json'])).out)).toEqual({
    ledger: 'ledger',
    id: 'harbour-reopens',
    changed: false,
    changes: [],
  });
  expect((await box.run([...SAME, '--id', 'harbour-reopens'])).code).toBe(0);
  expect(box.read('ledger.yaml')).toBe(HARBOUR);
});

test('speaker and day that are not given are those of the article', async () => {
  const box = sandbox(HARBOUR);
  for (const more of [[], ['--speaker', 'A.  Writer'], ['--said', '2024-01-09']]) {
    expect((await box.run(['add', 'Two ferries sail each day.', ...more])).out).toBe('ferries-sail\n');
  }
  expect(box.read('ledger.yaml')).toBe(HARBOUR);
  for (const more of [
    ['--speaker', 'B'],
    ['--said', '2024-01-10'],
    ['--speaker', 'B', '--speaker', 'A. Writer'],
  ]) {
    const { out, err } = await box.run(['add', 'Two ferries sail each day.', ...more]);
    expect(out).not.toBe('ferries-sail\n');
    expect(err).toContain('ferries-sail says nearly the same: Two ferries sail each day.');
  }
  expect(parse(box.read('ledger.yaml')).claims).toHaveLength(6);
});

test('under another id, or withdrawn, it is refused', async () => {
  const box = sandbox(HARBOUR);
  const other = await box.run([...SAME, '--id', 'other']);
  expect(other.code).toBe(2);
  expect(other.err).toContain('that claim is in the ledger already, as harbour-reopens');
  expect(other.err).toContain('factledger rename harbour-reopens other');
  await box.run(['withdraw', 'harbour-reopens', '--reason', 'Misheard.']);
  const before = box.read('ledger.yaml');
  for (const id of [[], ['--id', 'other'], ['--id', 'harbour-reopens']]) {
    const { code, err } = await box.run([...SAME, ...id]);
    expect(code).toBe(2);
    expect(err).toContain('was withdrawn on 2026-11-23: Misheard.');
  }
  expect(box.read('ledger.yaml')).toBe(before);
});

test('what was asked for besides is not written, and that is said', async () => {
  const box = sandbox(HARBOUR);
  box.write('a.txt', 'Two ferries sail each day, he said.\n');
  const more = ['--due', '2025', '--tag', 'ferry', '--paragraph', '1', '--sentence', '1', '--article', 'a.txt'];
  const { code, out, err } = await box.run(['add', 'Two ferries sail each day.', ...more]);
  expect({ code, out }).toEqual({ code: 0, out: 'ferries-sail\n' });
  expect(err).toContain('stays (due, tag). To change it: factledger edit ferries-sail');
  expect(err).toContain('To add it: factledger anchor ferries-sail PLACE');
  expect(box.read('ledger.yaml')).toBe(HARBOUR);
});

test.each([
  ['THE harbour reopens by the 31 March!', false],
  ['The harbour will reopen on 31 March.', false],
  ['harbour will reopen by 31 March', true],
  ['The old harbour will reopen by 31 March.', true],
  ['The harbour will reopen by 30 March.', false],
  ['The harbour will not reopen by 31 March.', false],
  ['The school will reopen by 31 March.', false],
  ['The dredger is late.', false],
])('a claim that is nearly the same is told: %s', async (text, isNear) => {
  const { code, err } = await sandbox(HARBOUR).run(['add', text]);
  expect(code).toBe(0);
  expect(err.includes('harbour-reopens says nearly the same: The harbour will reopen by 31 March.')).toBe(isNear);
});

test('add --replaces twice is done once', async () => {
  const box = sandbox(HARBOUR);
  const argv = ['add', 'The harbour reopens.', '--replaces', 'harbour-reopens', '--reason', 'Two in one.'];
  expect((await box.run(argv)).out).toBe('harbour-reopens-2\n');
  const once = box.read('ledger.yaml');
  for (const again of [argv, argv.slice(0, 4)]) {
    const { code, out, err } = await box.run(again);
    expect({ code, out }).toEqual({ code: 0, out: 'harbour-reopens-2\n' });
    expect(err).toContain('nothing changed');
    expect(err).not.toContain('is withdrawn, and names');
    expect(box.read('ledger.yaml')).toBe(once);
  }
});

test('add --replaces with a claim that is there adds none, and withdraws the other', async () => {
  const box = sandbox(HARBOUR);
  const argv = ['add', 'Two ferries sail each day.', '--speaker', 'A. Writer', '--said', '2024-01-09'];
  const { code, out, err } = await box.run([...argv, '--replaces', 'harbour-ugly', '--reason', 'Mixed up.']);
  expect({ code, out }).toEqual({ code: 0, out: 'ferries-sail\n' });
  expect(err).toContain('no claim is added');
  const { claims } = parse(box.read('ledger.yaml'));
  expect(claims).toHaveLength(3);
  expect(claims[2].withdrawn.instead).toEqual(['ferries-sail']);
});
