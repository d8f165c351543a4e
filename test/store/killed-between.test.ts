import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HARBOUR, ROOT, type Sandbox, sandbox } from '../sandbox.ts';

const NAMES = ['one.yaml', 'two.yaml'] as const;
const RENAMED = HARBOUR.replaceAll('[dredging-late]', '[dredger]').replace(
  '- id: dredging-late\n    date: 2024-03-12\n    title: The dredger is two weeks late.\n    sources:\n      - publisher: Port Authority\n        url: https://example.org/dredger\n',
  '- id: dredger\n    date: 2024-03-12\n    title: The dredger is two weeks late.\n    sources:\n      - publisher: Port Authority\n        url: https://example.org/dredger\n    formerly: [dredging-late]\n',
);

/** Two ledgers that hold an event alike. */
function twoLedgers(): Sandbox {
  const box = sandbox();
  for (const name of NAMES) box.write(`l/${name}`, HARBOUR);
  return box;
}

/** Runs a command that is killed before its Nth call that changes files; it ends by itself where it makes fewer. */
function killedBefore(box: Sandbox, nth: number, argv: readonly string[]) {
  const env = { ...process.env, XDG_STATE_HOME: join(box.folder, 'state') };
  const words = [join(ROOT, 'test/store/killed-before.js'), String(nth), ...argv];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: box.folder, env, encoding: 'utf8' });
  return { status, stderr, calls: Number(/calls: (\d+)/.exec(stdout)?.[1] ?? 0) };
}

const NEVER = 1_000_000;
const ALL = ['-f', 'l'];
const RENAME = [...ALL, 'rename', 'dredging-late', 'dredger'];
const UNDO = [...ALL, 'undo'];
const textsOf = (box: Sandbox) => NAMES.map((name) => box.read(`l/${name}`));
const strays = (box: Sandbox) => readdirSync(join(box.folder, 'l')).filter((name) => !name.endsWith('.yaml'));

test('a rename over two ledgers, killed before each of its calls: old or new, and finished by the same command', () => {
  const { calls } = killedBefore(twoLedgers(), NEVER, RENAME);
  expect(calls).toBeGreaterThan(10);
  for (let nth = 1; nth <= calls; nth++) {
    const box = twoLedgers();
    expect(killedBefore(box, nth, RENAME).status, `${nth}`).toBe(null);
    for (const text of textsOf(box)) expect([HARBOUR, RENAMED], `${nth}`).toContain(text);
    expect(killedBefore(box, NEVER, RENAME), `${nth}`).toMatchObject({
      status: 0,
      stderr: expect.not.stringContaining('bug'),
    });
    expect(textsOf(box), `${nth}`).toEqual([RENAMED, RENAMED]);
    // What a kill left beside a ledger, the next write of that ledger clears.
    expect(killedBefore(box, NEVER, [...ALL, 'mark', 'pending', 'one/ferries-sail', 'two/ferries-sail']).status).toBe(
      0,
    );
    expect(strays(box), `${nth}`).toEqual([]);
  }
});

test('its undo, killed before each of its calls: old or new, and finished by the same command', () => {
  const whole = twoLedgers();
  killedBefore(whole, NEVER, RENAME);
  const { calls } = killedBefore(whole, NEVER, UNDO);
  expect(calls).toBeGreaterThan(10);
  expect(textsOf(whole)).toEqual([HARBOUR, HARBOUR]);
  for (let nth = 1; nth <= calls; nth++) {
    const box = twoLedgers();
    killedBefore(box, NEVER, RENAME);
    expect(killedBefore(box, nth, UNDO).status, `${nth}`).toBe(null);
    for (const text of textsOf(box)) expect([HARBOUR, RENAMED], `${nth}`).toContain(text);
    // Where all was taken back before the kill, there is nothing left to undo.
    const isDone = textsOf(box).every((text) => text === HARBOUR);
    expect(killedBefore(box, NEVER, UNDO).status, `${nth}`).toBe(isDone ? 2 : 0);
    expect(textsOf(box), `${nth}`).toEqual([HARBOUR, HARBOUR]);
  }
});
