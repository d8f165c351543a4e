import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ClaimRow, EventRow } from '../src/query/rows.ts';
import { ROOT, sandbox } from './sandbox.ts';

const FILE = 'data/lukashenko-sochi-2020.yaml';

async function json<T>(...argv: string[]): Promise<T> {
  const box = sandbox();
  box.copy('data');
  const { code, out, err } = await box.run([...argv, '-f', FILE, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

test('counts as the facts do, today and then', async () => {
  expect(await json('stats')).toMatchObject({
    total: 55,
    checkable: 49,
    confirmed: 37,
    pending: 8,
    refuted: 4,
    overdue: 0,
  });
  const then = await json<ClaimRow[]>('list', '--kind', 'promise', '--as-of', '2020-09-20');
  expect(then.filter(({ status }) => status === 'pending').length).toBeGreaterThanOrEqual(then.length - 2);
});

test('tells of a verdict that was reversed', async () => {
  const status = async (day: string) =>
    (await json<ClaimRow[]>('show', 'trade-fall-stopped', '--as-of', day))[0]?.status;
  expect(await status('2021-12-31')).toBe('refuted');
  expect(await status('2026-01-01')).toBe('confirmed');
});

test('rests every verdict on events that had happened, and every event on sources', async () => {
  const claims = await json<ClaimRow[]>('list');
  const events = new Map((await json<EventRow[]>('events')).map((event) => [event.id, event]));
  expect(events.size).toBe(55);
  for (const { id, verdicts, kind, said } of claims) {
    if (kind === 'opinion') expect(verdicts, id).toEqual([]);
    for (const { date, evidence, note } of verdicts) {
      expect(evidence.length, id).toBeGreaterThan(0);
      expect(note, id).toBeTruthy();
      expect(date >= (said ?? ''), id).toBe(true);
      for (const name of evidence) expect((events.get(name)?.date ?? '9') <= date, `${id}: ${name}`).toBe(true);
    }
  }
  for (const { id, sources, claims: resting } of events.values()) {
    expect(sources.length, id).toBeGreaterThan(0);
    expect(resting.length, id).toBeGreaterThan(0);
  }
});

test('a mark adds lines only, and reads back in another library', async () => {
  const box = sandbox();
  box.copy('data');
  const before = readFileSync(join(ROOT, FILE), 'utf8');
  const argv = [
    'mark',
    'refuted',
    'expectations-list',
    'ownership-shakeup',
    '--event',
    'An archive opens.',
    '--on',
    '2026-10-01',
  ];
  const { code } = await box.run([...argv, '--source', 'https://example.org/archive', '-f', FILE]);
  expect(code).toBe(0);
  const after = box.read(FILE);
  const old = before.split('\n');
  let at = 0;
  const added = after.split('\n').filter((line) => line !== old[at] || ++at === 0);
  expect(at).toBe(old.length);
  expect(added.length).toBeGreaterThan(8);
  const { claims, events } = parse(after);
  expect(claims.find(({ id }: ClaimRow) => id === 'expectations-list').verdicts).toEqual([
    { date: '2026-11-23', status: 'refuted', evidence: ['archive-opens'] },
  ]);
  expect(events.at(-1).id).toBe('archive-opens');
});

test('anchors every claim by digest, and skips few sentences, each with a reason', async () => {
  const rows = await json<ClaimRow[]>('list');
  for (const { id, anchors } of rows) {
    expect(anchors.length, id).toBeGreaterThan(0);
    for (const { digest } of anchors) expect(digest, id).toMatch(/^sha256-[0-9a-f]{16}$/);
  }
  const box = sandbox();
  box.copy('data');
  const { out } = await box.run(['coverage', '-f', FILE, '--format', 'json']);
  const { sentences } = JSON.parse(out) as { sentences: { claims: string[]; skipped: boolean }[] };
  expect(sentences.filter(({ claims, skipped }) => claims.length === 0 && !skipped)).toEqual([]);
  expect(sentences.filter(({ claims }) => claims.length === 0).length).toBeLessThanOrEqual(5);
});
