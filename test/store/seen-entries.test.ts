import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';
import { SeenEntries } from '../../src/store/seen-entries.ts';
import { ROOT } from '../sandbox.ts';

const FEED = 'https://news.example/rss';
const PATIENCE = { quiet: 10_000, most: 60_000, tell: async () => undefined };

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'factledger-seen-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'state', 'factledger');
}

const onlyFile = (state: string): string => {
  const [name = '', ...others] = readdirSync(join(state, 'feeds'));
  expect(others).toEqual([]);
  return join(state, 'feeds', name);
};

async function after(state: string, ids: readonly string[], feed = FEED): Promise<SeenEntries> {
  await new SeenEntries(state, feed).add(ids, PATIENCE);
  return new SeenEntries(state, feed);
}

test('entries are seen once they are added, feed by feed', async () => {
  const state = stateFolder();
  const seen = await after(state, ['1', 'https://news.example/2']);
  expect(['1', 'https://news.example/2', '3'].map((id) => seen.has(id))).toEqual([true, true, false]);
  expect(new SeenEntries(state, `${FEED}?x`).has('1')).toBe(false);
});

test('reading alone writes nothing', () => {
  const state = stateFolder();
  expect(new SeenEntries(state, FEED).has('1')).toBe(false);
  expect(existsSync(state)).toBe(false);
});

test('only their user can read them, and what a feed holds is not in them', async () => {
  const state = stateFolder();
  const hostile = '../../etc/passwd\n\u001b[31m';
  const seen = await after(state, [hostile], `file:///${hostile}`);
  expect(seen.has(hostile)).toBe(true);
  const path = onlyFile(state);
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{32}\n$/);
  if (process.platform === 'win32') return;
  expect([state, join(state, 'feeds'), path].map((one) => lstatSync(one).mode & 0o777)).toEqual([0o700, 0o700, 0o600]);
  chmodSync(state, 0o755);
  await after(state, ['2'], `file:///${hostile}`);
  expect(lstatSync(state).mode & 0o777).toBe(0o700);
});

test('what a feed no longer holds is kept for a while, and forgotten then', async () => {
  const state = stateFolder();
  const of = (from: number, count: number) => Array.from({ length: count }, (_, at) => String(from + at));
  await after(state, of(0, 3_000));
  const seen = await after(state, of(3_000, 10));
  expect([3_000, 0, 999, 1_000].map((id) => seen.has(String(id)))).toEqual([true, true, true, false]);
  expect((await after(state, [])).has('3000')).toBe(true);
  expect(readFileSync(onlyFile(state), 'utf8').split('\n')).toHaveLength(1_001);
  await after(state, of(0, 150_000));
  expect(readFileSync(onlyFile(state), 'utf8').split('\n')).toHaveLength(100_001);
});

test('the same entries change nothing', async () => {
  const state = stateFolder();
  await after(state, ['1', '2', '1']);
  const before = lstatSync(onlyFile(state), { bigint: true });
  await after(state, ['1', '2']);
  expect(lstatSync(onlyFile(state), { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
});

test('feeds that were read longest ago are forgotten', async () => {
  const state = stateFolder();
  await after(state, ['1']);
  const folder = join(state, 'feeds');
  for (let at = 0; at < 1_005; at++) {
    const path = join(folder, at.toString(16).padStart(32, '0'));
    writeFileSync(path, '');
    utimesSync(path, at + 1, at + 1);
  }
  writeFileSync(join(folder, 'something else'), '');
  await after(state, ['1'], 'another');
  expect(readdirSync(folder)).toHaveLength(1_001);
  expect(existsSync(join(folder, '0'.repeat(32)))).toBe(false);
  expect(new SeenEntries(state, FEED).has('1')).toBe(true);
});

test('what is damaged or prepared by others is as if it were not there', async () => {
  const state = stateFolder();
  await after(state, ['1']);
  const path = onlyFile(state);
  for (const text of ['{"version": 2}', Buffer.from([0xff, 0xfe, 0]), 'a'.repeat(4_000_000)]) {
    writeFileSync(path, text);
    expect(new SeenEntries(state, FEED).has('1')).toBe(false);
    expect((await after(state, ['1'])).has('1')).toBe(true);
  }
  if (process.platform === 'win32') return;
  const elsewhere = join(state, '..', 'elsewhere');
  writeFileSync(elsewhere, readFileSync(path));
  rmSync(path);
  symlinkSync(elsewhere, path);
  expect(new SeenEntries(state, FEED).has('1')).toBe(false);
  expect((await after(state, ['2'])).has('2')).toBe(true);
  expect(lstatSync(path).isFile()).toBe(true);
  expect(readFileSync(elsewhere, 'utf8')).toMatch(/^[0-9a-f]{32}\n$/);
});

test('where nothing can be kept, it says so', async () => {
  expect(() => new SeenEntries(null, FEED)).toThrow(
    new Refusal('--unseen: nothing can be remembered: there is no home folder, and $XDG_STATE_HOME names none'),
  );
  const state = stateFolder();
  mkdirSync(join(state, '..'), { recursive: true });
  writeFileSync(state, '');
  expect(() => new SeenEntries(state, FEED)).toThrow(/is no folder of your own/);
  rmSync(state);
  mkdirSync(state);
  writeFileSync(join(state, 'feeds'), '');
  await expect(new SeenEntries(state, FEED).add(['1'], PATIENCE)).rejects.toThrow(Refusal);
});

test('processes that look at one feed at once lose nothing', async () => {
  const state = stateFolder();
  const folder = join(state, '..');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'ledger.yaml'),
    'factledger: 1\narticle: { title: A, author: B, published: 2024-01-09 }\nclaims:\n  - { id: a, text: The harbour reopens. }\n',
  );
  // Each sees the feed at another time.
  let asked = 0;
  const items = (from: number) =>
    Array.from({ length: 30 }, (_, at) => `<item><guid>${from + at}</guid><title>Harbour</title></item>`).join('');
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(`<rss version="2.0"><channel>${items(10 * asked++)}</channel></rss>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rss`;
  const run = () =>
    new Promise<number | null>((done) => {
      const started = spawn(process.execPath, [join(ROOT, 'bin/factledger.js'), 'suggest', '--feed', url, '--unseen'], {
        cwd: folder,
        env: { ...process.env, XDG_STATE_HOME: join(state, '..') },
        stdio: 'ignore',
      });
      started.on('exit', done);
    });
  expect(await Promise.all(Array.from({ length: 8 }, run))).toEqual(Array(8).fill(0));
  const seen = new SeenEntries(state, url);
  expect(Array.from({ length: 100 }, (_, id) => seen.has(String(id)))).toEqual(Array(100).fill(true));
  expect(readdirSync(join(state, 'feeds'))).toHaveLength(1);
});
