import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sandbox } from '../sandbox.ts';

const LEDGER = `factledger: 1
article: { title: T, published: 2024-01-09 }
claims:
  - id: a
    text: A
    verdicts:
      - { date: 2024-03-01, status: confirmed, evidence: [one, two] }
  - id: b
    text: B
    verdicts:
      - { date: 2024-03-01, status: confirmed, evidence: [one] }
events:
  - { id: one, date: 2024-02-01, title: One. }
  - { id: two, date: 2024-02-01, title: Two. }
`;

test('less evidence, more, or other evidence makes another verdict; another order does not', async () => {
  const marked = async (claim: 'a' | 'b', ...evidence: string[]) => {
    const box = sandbox(LEDGER);
    const argv = ['mark', 'confirmed', claim, '--date', '2024-03-01', '--format', 'json'];
    const { out } = await box.run([...argv, ...evidence.flatMap((id) => ['--evidence', id])]);
    const { claims } = parse(box.read('ledger.yaml'));
    const marked = claims.find(({ id }: { id: string }) => id === claim);
    expect(marked.verdicts).toHaveLength(JSON.parse(out)[0].changed ? 2 : 1);
    return JSON.parse(out)[0].changed;
  };
  expect(await marked('a', 'one', 'two')).toBe(false);
  expect(await marked('a', 'two', 'one')).toBe(false);
  expect(await marked('a', 'one')).toBe(true);
  expect(await marked('a', 'two')).toBe(true);
  expect(await marked('b', 'one')).toBe(false);
  expect(await marked('b', 'one', 'two')).toBe(true);
  expect(await marked('b', 'two')).toBe(true);
});

test('a later verdict overrules, one of the same day does not', async () => {
  const box = sandbox(LEDGER);
  const mark = async (date: string) =>
    (await box.run(['mark', 'refuted', 'a', '--evidence', 'one', '--date', date])).err;
  expect(await mark('2024-02-28')).toContain('today it stays confirmed, by the later verdict of 2024-03-01');
  expect(await mark('2024-03-01')).not.toContain('it stays');
});

test('an event of the same title on another date is another event', async () => {
  const box = sandbox(LEDGER);
  const record = async (...argv: string[]) => (await box.run(['record', 'One.', ...argv])).out;
  expect(await record('--date', '2024-02-01')).toBe('one\n');
  expect(await record('--date', '2024-02-02')).toBe('one-2\n');
  expect(await record('--date', '2024-02')).toBe('one-3\n');
  expect(parse(box.read('ledger.yaml')).events).toHaveLength(4);
});

test('what does not show is written as an escape, and reads back', async () => {
  const box = sandbox(LEDGER);
  const [text, speaker] = ['a\u202eb\u0085c\u200f', 'one\u200ftwo'];
  await box.run(['add', text, '--id', 'hidden', '--speaker', speaker]);
  expect(box.read('ledger.yaml')).not.toMatch(/[\u0080-\u009f\u200e-\u200f\u202a-\u202e]/);
  expect(parse(box.read('ledger.yaml')).claims[2]).toEqual({ id: 'hidden', text, speaker });
});
