import { chmodSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { lock } from '../../src/store/lock.ts';
import { type FileToChange, update } from '../../src/store/save.ts';
import { type Sandbox, sandbox } from '../sandbox.ts';

/** How often a rename fails because of others who have the file open. */
const others = vi.hoisted(() => ({ left: 0 }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    /** As on Windows: nothing takes the place of a file that anybody has open. */
    renameSync(from: string, to: string) {
      const open = fs.readdirSync('/proc/self/fd').flatMap((name) => {
        try {
          return [fs.readlinkSync(`/proc/self/fd/${name}`)];
        } catch {
          return [];
        }
      });
      if (others.left-- > 0 || open.includes(from) || open.includes(to)) {
        throw Object.assign(new Error('EPERM: operation not permitted, rename'), { code: 'EPERM', syscall: 'rename' });
      }
      fs.renameSync(from, to);
    },
  };
});

const silent = { quiet: 1e9, most: 1e9, tell: async () => undefined };
const isHere = existsSync('/proc/self/fd');
const appended = (box: Sandbox, line: string, name = 'ledger.yaml'): FileToChange => ({
  path: join(box.folder, name),
  file: name,
  edit: (text) => `${text}${line}\n`,
});

beforeEach(({ skip }) => {
  skip(!isHere, 'it takes a system that tells which files are open');
  others.left = 0;
  vi.stubEnv('TMPDIR', sandbox().folder);
  return () => vi.unstubAllEnvs();
});

test('the ledger is not open while it is replaced, and no file is left beside it', async () => {
  const box = sandbox('old\n');
  chmodSync(join(box.folder, 'ledger.yaml'), 0o640);
  expect(await update([appended(box, 'new')], silent, null, 'win32')).toMatchObject({ failure: null });
  expect(box.read('ledger.yaml')).toBe('old\nnew\n');
  expect(readdirSync(box.folder)).toEqual(['ledger.yaml']);
});

test('here, where it may be open, it is: the rename above would fail', async () => {
  const box = sandbox('old\n');
  const { release } = await lock(join(box.folder, 'ledger.yaml'), 'ledger.yaml', silent);
  expect(() => renameSync(box.write('other', ''), join(box.folder, 'ledger.yaml'))).toThrow('EPERM');
  release();
});

test('writers of one ledger have their turns, by whatever path they come', async () => {
  const box = sandbox('');
  const lines = Array.from({ length: 20 }, (_, n) => `line ${n}`);
  const done = await Promise.all(lines.map((line) => update([appended(box, line)], silent, null, 'win32')));
  expect(done.filter(({ failure }) => failure !== null)).toEqual([]);
  expect(box.read('ledger.yaml').split('\n').slice(0, -1).sort()).toEqual([...lines].sort());
});

test('a lock keeps another writer out', async () => {
  const box = sandbox('old\n');
  const path = join(box.folder, 'ledger.yaml');
  const { release } = await lock(path, 'ledger.yaml', silent, 'win32');
  let isDone = false;
  const waiting = update([appended(box, 'new')], silent, null, 'win32').then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isDone).toBe(false);
  release();
  await waiting;
  expect(readFileSync(path, 'utf8')).toBe('old\nnew\n');
  expect(readdirSync(join(tmpdir(), 'factledger-locks')).every((name) => /^[0-9a-f]{16}\.lock$/.test(name))).toBe(true);
});

test('what others have open for a moment is tried again, and given up in the end', async () => {
  const box = sandbox('old\n');
  others.left = 3;
  expect(await update([appended(box, 'new')], silent, null, 'win32')).toMatchObject({ failure: null });
  others.left = 1_000;
  const { failure } = await update([appended(box, 'newer')], silent, null, 'win32');
  expect(failure).toMatchObject({ message: expect.stringContaining('ledger.yaml') });
  expect(box.read('ledger.yaml')).toBe('old\nnew\n');
  expect(readdirSync(box.folder)).toEqual(['ledger.yaml']);
});
