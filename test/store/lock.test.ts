import { spawn } from 'node:child_process';
import { closeSync, cpSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kernelLocks } from '../../src/store/kernel-lock.ts';
import type { KernelLocks, Release } from '../../src/store/lock-kind.ts';
import { socketLocks } from '../../src/store/socket-lock.ts';
import { HARBOUR, ROOT, type Sandbox, sandbox } from '../sandbox.ts';

const isLinux = process.platform === 'linux';
const NOT_HERE = 'such a lock is for Linux alone';
const kinds: [string, () => Promise<KernelLocks>][] = [
  ['of the file itself', kernelLocks],
  ...(isLinux ? [['of a socket', async () => socketLocks] satisfies [string, () => Promise<KernelLocks>]] : []),
];

/** Takes a lock that is free. */
async function taken(locks: KernelLocks, handle: number): Promise<Release> {
  const release = await locks.tryTake(handle);
  if (typeof release !== 'function') throw new Error('the lock is not free');
  return release;
}

describe.each(kinds)('a lock %s', (_, locksOf) => {
  test('has one holder, by whatever path the file was opened; another file has its own', async () => {
    const locks = await locksOf();
    const box = sandbox(HARBOUR);
    const other = openSync(box.write('other.yaml', ''), 'r+');
    const [one, two] = [1, 2].map(() => openSync(join(box.folder, 'ledger.yaml'), 'r+')) as [number, number];
    const release = await taken(locks, one);
    expect(await locks.tryTake(two)).toBe(null);
    (await taken(locks, other))();
    release();
    closeSync(one);
    (await taken(locks, two))();
    for (const handle of [two, other]) closeSync(handle);
  });

  test('goes to one who waits as soon as it is free, and to one at a time', async () => {
    const locks = await locksOf();
    const path = sandbox().write('ledger.yaml', '');
    const held = openSync(path, 'r+');
    const release = await taken(locks, held);
    const order: string[] = [];
    let inside = 0;
    const waiters = ['a', 'b', 'c'].map(async (name) => {
      const handle = openSync(path, 'r+');
      const letGo = await locks.take(handle);
      order.push(name);
      expect(++inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
      letGo();
      closeSync(handle);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(order).toEqual([]);
    release();
    closeSync(held);
    await Promise.all(waiters);
    expect(order.sort()).toEqual(['a', 'b', 'c']);
  });
});

test('a command waits for another writer, and says so after three seconds', async () => {
  const box = sandbox(HARBOUR);
  const handle = openSync(join(box.folder, 'ledger.yaml'), 'r+');
  const release = await taken(await kernelLocks(), handle);
  const start = performance.now();
  const argv = [join(ROOT, 'bin/factledger.js'), 'mark', 'pending', 'ferries-sail', '--date', '2024-04-01'];
  const child = spawn(process.execPath, argv, { cwd: box.folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const said = await Promise.race([
    new Promise((resolve) => child.stderr.once('data', (data) => resolve(String(data)))),
    new Promise((resolve) => setTimeout(resolve, 25_000, 'nothing')),
  ]);
  expect(said).toBe('ledger.yaml: another factledger is writing it; waiting …\n');
  expect(performance.now() - start).toBeGreaterThan(3_000);
  // Far from giving up yet.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(box.read('ledger.yaml')).toBe(HARBOUR);
  release();
  closeSync(handle);
  expect(await ended).toBe(0);
  expect(box.read('ledger.yaml')).toContain('date: 2024-04-01');
});

describe('where the native part of the lock is missing', () => {
  /** The program by itself, without the packages that are installed beside it. */
  function alone(box: Sandbox): string {
    for (const part of ['bin', 'dist', 'package.json']) {
      cpSync(join(ROOT, part), join(box.folder, 'program', part), { recursive: true });
    }
    return join(box.folder, 'program/bin/factledger.js');
  }

  const claims = (count: number) =>
    `factledger: 1\narticle:\n  title: T\nclaims:\n${Array.from({ length: count }, (_, n) => `  - id: c${n}\n    text: T${n}\n`).join('')}`;

  const mark = (program: string, box: Sandbox, n: number) => {
    const argv = [program, 'mark', 'pending', `c${n}`, '-f', 'l/ledger.yaml'];
    const child = spawn(process.execPath, argv, { cwd: box.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, ended: ended.then((code) => ({ code, err })) };
  };

  test('many write at once, and lose nothing', async ({ skip }) => {
    skip(!isLinux, NOT_HERE);
    const box = sandbox();
    const program = alone(box);
    box.write('l/ledger.yaml', claims(12));
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => mark(program, box, n).ended));
    expect(all.map(({ code }) => code)).toEqual(all.map(() => 0));
    for (const { err } of all) expect(err).not.toContain('no lock');
    expect(box.read('l/ledger.yaml').match(/status: pending/g)).toHaveLength(12);
    expect(readdirSync(join(box.folder, 'l'))).toEqual(['ledger.yaml']);
  });

  test('a writer that is killed leaves no lock', async ({ skip }) => {
    skip(!isLinux, NOT_HERE);
    const box = sandbox();
    const program = alone(box);
    box.write('l/ledger.yaml', claims(8));
    for (let n = 0; n < 7; n++) {
      const { child, ended } = mark(program, box, n);
      setTimeout(() => child.kill('SIGKILL'), 60 + n * 40);
      await ended;
    }
    const last = await mark(program, box, 7).ended;
    expect(last.code).toBe(0);
    expect(last.err).not.toContain('no lock');
    expect(readdirSync(join(box.folder, 'l'))).toEqual(['ledger.yaml']);
  });
});
