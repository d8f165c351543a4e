import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HARBOUR, sandbox } from '../sandbox.ts';

const HEAD = 'factledger: 1\narticle: {title: T}\n';

test('a bomb of aliases among your own keys does not blow up a write', async () => {
  const levels = Array.from(
    { length: 12 },
    (_, n) =>
      `x-${n}: &a${n} [${Array(9)
        .fill(n === 0 ? 'x' : `*a${n - 1}`)
        .join(', ')}]\n`,
  );
  const bomb = `${HEAD}${levels.join('')}`;
  const box = sandbox(bomb);
  const { code, err } = await box.run(['add', 'New.']);
  expect(code).toBe(2);
  expect(err).toContain('its aliases unfold into too much');
  expect(box.read('ledger.yaml')).toBe(bomb);
});

test('what a ledger holds does not drive the terminal through messages', async () => {
  const claims = ['cr-a', 'cr-b'].map((id) => `{id: ${id}, kind: opinion, text: "safe\\rfaked\\nline \\e[2J\\u202e"}`);
  const box = sandbox(`${HEAD}claims: [${claims.join(', ')}]\nevents: [{id: ev, date: 2024, title: "a\\rb\\nc"}]\n`);
  for (const argv of [
    ['show', 'cr'],
    ['show', 'cr-ab'],
    ['mark', 'confirmed', 'cr-a', '--uncited'],
    ['add', 'x', '--id', 'cr-a'],
    ['record', 'x', '--id', 'ev'],
  ]) {
    const { code, err } = await box.run(argv);
    expect(code).toBe(2);
    expect(err, argv.join(' ')).not.toMatch(/[\r\u001b\u202e]|^(faked|line|c$)/m);
  }
});

test('cells stay in their row, and are no formulas', async () => {
  const box = sandbox(
    `${HEAD}claims: [{id: a, text: "foo\\r=HYPERLINK(1)\\nnext"}, {id: b, text: "@SUM(1)", via: "-1"}]\n`,
  );
  const { out } = await box.run(['list', '--format', 'csv']);
  expect(out).not.toContain('\r');
  expect(out).toContain("'@SUM(1)");
  expect(out).toContain(",'-1,");
  expect((await box.run(['list', '--format', 'tsv'])).out.trimEnd().split('\n')).toHaveLength(3);
});

test('ledgers that differ in their extension alone are told apart', async () => {
  const box = sandbox();
  box.write('a/led.yaml', `${HEAD}claims: [{id: one, text: T.}]\n`);
  box.write('a/led.yml', `${HEAD}claims: [{id: two, text: T.}]\n`);
  const names = (await box.run(['list', '-f', 'a', '--format', 'ids'])).out.trim().split('\n');
  expect(names).toEqual(['led.yaml/one', 'led.yml/two']);
  for (const name of names) expect((await box.run(['show', name, '-f', 'a'])).code).toBe(0);
});

test('a file that two paths lead to is one ledger', async () => {
  const box = sandbox(HARBOUR);
  symlinkSync(join(box.folder, 'ledger.yaml'), join(box.folder, 'link.yaml'));
  const { out } = await box.run([
    'stats',
    '-f',
    'ledger.yaml',
    '-f',
    'link.yaml',
    '-f',
    './ledger.yaml',
    '--format',
    'json',
  ]);
  expect(JSON.parse(out).total).toBe(3);
});

test('a text that looks like a date is quoted, a date is not', async () => {
  const box = sandbox(HARBOUR);
  await box.run(['add', '2024-01-01', '--id', '2024-01-02', '--said', '2024-02-01', '--tag', '2024-01-03']);
  expect(box.read('ledger.yaml')).toContain(`  - id: "2024-01-02"
    text: "2024-01-01"
    said: 2024-02-01
    tags: ["2024-01-03"]`);
});

test('a configuration may hold what check is to do, or nothing but comments', async () => {
  const box = sandbox(HARBOUR);
  box.write('.factledger.yaml', 'ledgers: [ledger.yaml]\nchecks: {stale: off}\n');
  expect((await box.run(['stats'])).code).toBe(0);
  box.write('.factledger.yaml', '# later\n');
  expect((await box.run(['stats'])).code).toBe(0);
});

test('paths that the system refuses are no bugs', async () => {
  const box = sandbox(HARBOUR);
  symlinkSync('loop', join(box.folder, 'loop'));
  for (const path of ['ledger.yaml/x', 'loop', 'x'.repeat(300)]) {
    const { code, err } = await box.run(['list', '-f', path]);
    expect(code).toBe(2);
    expect(err).not.toContain('bug');
  }
});

test.each(['.factledger.yaml', 'ledger.yaml'])('%s, found upwards, may be a link in a circle', async (name) => {
  const box = sandbox();
  symlinkSync(name, join(box.folder, name));
  box.write('sub/claims.yaml', HARBOUR);
  for (const argv of [['list'], ['check'], ['add', 'New.']]) {
    const { code, err } = await box.run(argv, { cwd: 'sub' });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('its symbolic links go in a circle') });
  }
});

test('a chain of aliases does not run the stack out', async () => {
  const links = Array.from({ length: 8000 }, (_, n) => `  - &a${n} [${n === 0 ? 'x' : `*a${n - 1}`}]\n`);
  const box = sandbox(`${HEAD}x-chain:\n${links.join('')}`);
  expect((await box.run(['list'])).code).toBe(0);
  expect((await box.run(['add', 'New.'])).err).toContain('too deeply to prove it');
});

test('a link to a file of the kernel, which may never end, holds nothing up', async ({ skip }) => {
  skip(!existsSync('/proc/self/pagemap'), 'this system has no /proc');
  for (const name of ['.factledger.yaml', 'ledger.yaml', 'l/a.yaml']) {
    for (const target of ['/proc/self/pagemap', '/proc/kmsg']) {
      const box = sandbox();
      box.write('l/b.yaml', HARBOUR);
      symlinkSync(target, join(box.folder, name));
      for (const argv of [['list'], ['check', '-f', '.']]) expect((await box.run(argv)).code).toBeLessThan(3);
    }
  }
});
