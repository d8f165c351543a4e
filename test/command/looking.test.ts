import { describe, expect, test } from 'vitest';
import { sandbox } from '../sandbox.ts';

const LEDGER = `factledger: 1
article: { title: T, author: A }
claims:
  - id: early
    text: Early.
    said: 2024-02-01
    verdicts:
      - { date: 2024-03-01, status: pending, evidence: [e] }
      - { date: 2024-09-01, status: confirmed, evidence: [f] }
  - id: late
    text: Late.
    said: 2024-08-01
    verdicts: [{ date: 2024-08-02, status: pending, evidence: [e] }]
  # Judged before it was said, which check reports.
  - { id: odd, text: Odd., said: 2024-08-15, verdicts: [{ date: 2024-05-01, status: pending, evidence: [f] }] }
  - { id: first, text: First., said: 2023-12 }
events:
  - { id: e, date: 2024-02, title: E }
  - { id: f, date: 2024-02-10, title: F }
`;

const json = async (argv: readonly string[], ledger = LEDGER) =>
  JSON.parse((await sandbox(ledger).run([...argv, '--format', 'json'])).out);

describe('events', () => {
  test('as of a day, without claims that were said, or verdicts that were passed, later', async () => {
    const claims = async (...argv: string[]) =>
      (await json(['events', ...argv])).map(({ claims: ids }: { claims: string[] }) => ids);
    expect(await claims()).toEqual([
      ['early', 'late'],
      ['early', 'odd'],
    ]);
    expect(await claims('--as-of', '2024-06-30')).toEqual([['early'], []]);
  });
});

describe('list', () => {
  test('--evidence is an event of its ledger, not one of the same id in another', async () => {
    const box = sandbox();
    box.write('l/a.yaml', LEDGER);
    box.write('l/b.yaml', LEDGER);
    const ids = async (event: string) =>
      (await box.run(['list', '-f', 'l', '--evidence', event, '--format', 'ids'])).out.trim().split('\n');
    expect(await ids('a/e')).toEqual(['a/early', 'a/late']);
    expect(await ids('b/e')).toEqual(['b/early', 'b/late']);
  });

  test('CSV holds every row, however many there are', async () => {
    const claims = Array.from({ length: 1234 }, (_, n) => `  - {id: c${n}, text: T}\n`).join('');
    const box = sandbox(`factledger: 1\narticle: {title: T}\nclaims:\n${claims}`);
    const rows = (await box.run(['list', '--format', 'csv'])).out.trimEnd().split('\n');
    expect(rows).toHaveLength(1235);
    expect(rows.slice(1).map((row) => row.split(',')[3])).toEqual(Array.from({ length: 1234 }, (_, n) => `c${n}`));
  });
});

describe('stats', () => {
  test('months stand in their order, and what has none at the end', async () => {
    const { groups } = await json(
      ['stats', '--group-by', 'month'],
      `${LEDGER.replace('claims:\n', 'claims:\n  - { id: never, text: N }\n')}`,
    );
    expect(groups.map(({ key }: { key: string | null }) => key)).toEqual(['2023-12', '2024-02', '2024-08', null]);
  });
});

describe('log', () => {
  test('--until a month is to its last day, --since one from its first', async () => {
    const dates = async (...argv: string[]) => (await json(['log', ...argv])).map(({ date }: { date: string }) => date);
    expect(await dates('--until', '2024-03')).toEqual(['2024-03-01', '2024-02-10', '2024-02']);
    expect(await dates('--until', '2024-02')).toEqual(['2024-02-10', '2024-02']);
    expect(await dates('--since', '2024-08', '--until', '2024')).toEqual(['2024-09-01', '2024-08-02']);
    expect(await dates('--since', '2024-05', '--until', '2024-05')).toEqual(['2024-05-01']);
  });
});

describe('show', () => {
  test('of what fits several, a claim and an event of one id are told by their type', async () => {
    const box = sandbox(
      'factledger: 1\narticle: {title: T}\nclaims: [{id: ab, text: The claim.}, {id: abc, text: Another.}]\nevents: [{id: ab, date: 2024, title: The event.}]\n',
    );
    expect((await box.run(['show', 'a'])).err).toBe(
      'factledger: "a" fits several; name one:\n  claim:ab  The claim.\n  abc       Another.\n  event:ab  The event.\n',
    );
    expect((await box.run(['show', 'claim:ab'])).out).toContain('The claim.');
  });
});
