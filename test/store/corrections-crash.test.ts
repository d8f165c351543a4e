import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sandbox } from '../sandbox.ts';
import { SOAK } from '../soak.ts';

/** What each verb makes of a claim: the command, and the claim as the file then holds it. */
const VERBS: readonly ((n: number) => { readonly argv: readonly string[]; readonly after: string })[] = [
  (n) => ({
    argv: ['mark', 'pending', `claim-${n}`, '--date', '2024-02-01'],
    after: `${claim(n)}    verdicts:\n      - date: 2024-02-01\n        status: pending\n`,
  }),
  (n) => ({ argv: ['edit', `claim-${n}`, '--text', `Zmiana ${n}`], after: claim(n).replace('Żuraw', 'Zmiana') }),
  (n) => ({
    argv: ['rename', `claim-${n}`, `other-${n}`],
    after: `${claim(n).replace(`id: claim-${n}`, `id: other-${n}`)}    formerly: [claim-${n}]\n`,
  }),
  (n) => ({
    argv: ['withdraw', `claim-${n}`, '--reason', 'R', '--date', '2024-02-01'],
    after: `${claim(n)}    withdrawn: { date: 2024-02-01, reason: "R" }\n`,
  }),
  // A comment above a record stays.
  (n) => ({ argv: ['remove', `claim-${n}`], after: `  # claim ${n}\n` }),
];

const claim = (n: number) => `  # claim ${n}\n  - id: claim-${n}\n    text: "Żuraw ${n}" # – 港\n`;

const HEAD = 'factledger: 1\narticle: { title: T }\n\nclaims:\n';
const done = (n: number) => (VERBS[n % VERBS.length] ?? (() => ({ argv: [], after: '' })))(n);
const text = (count: number, isDone: (n: number) => boolean) =>
  HEAD + Array.from({ length: count }, (_, n) => (isDone(n) ? done(n).after : claim(n))).join('');

const runner = (path: string, claims: readonly number[]) =>
  spawn(
    process.execPath,
    [join(ROOT, 'test/store/runner.js'), JSON.stringify(claims.map((n) => [...done(n).argv, '-f', path]))],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_STATE_HOME: join(dirname(path), '.state') } },
  );
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

test('fifty processes that mark, edit, rename, withdraw and remove at once: each is done, and nothing else', async () => {
  for (let round = 0; round < SOAK; round++) {
    const path = sandbox().write(
      'ledger.yaml',
      text(50, () => false),
    );
    const writers = range(0, 50).map((n) => ended(runner(path, [n])));
    expect(await Promise.all(writers)).toEqual(Array(50).fill(0));
    expect(readFileSync(path, 'utf8')).toBe(text(50, () => true));
    expect(readdirSync(dirname(path)).sort()).toEqual(['.state', 'ledger.yaml']);
  }
});

test('the same, killed while a new text is on its way: each is done or not', async () => {
  let kills = 0;
  for (let round = 0; round < 8 * SOAK; round++) {
    const path = sandbox().write(
      'ledger.yaml',
      text(60, () => false),
    );
    const child = runner(path, range(0, 60));
    const end = ended(child);
    let left = 1 + (round % 6);
    const watcher = watch(dirname(path), (_, name) => {
      if (name?.endsWith('.tmp') && --left === 0) child.kill('SIGKILL');
    });
    if ((await end) === null) kills++;
    watcher.close();
    const now = readFileSync(path, 'utf8');
    const count = range(0, 61).find((most) => now === text(60, (n) => n < most));
    expect(count, `round ${round}`).toBeDefined();
    // What comes after goes on from there, and clears what was left.
    expect(await ended(runner(path, range(count ?? 0, 60)))).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(text(60, () => true));
    expect(readdirSync(dirname(path)).sort()).toEqual(['.state', 'ledger.yaml']);
  }
  expect(kills).toBeGreaterThan(4);
});
