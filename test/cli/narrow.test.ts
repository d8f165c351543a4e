import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HARBOUR, ROOT, sandbox } from '../sandbox.ts';

const SAMPLE = readFileSync(join(ROOT, 'data/lukashenko-sochi-2020.yaml'), 'utf8');

describe.each([40, 60])('on a terminal of %d columns', (columns) => {
  test.each([
    'stats',
    'stats --group-by speaker',
    'stats --group-by kind',
    'list --limit 8',
    'list --speaker putin',
    'log --since 2023-01-01',
    'show bases-not-discussed',
    'show ledger:ledger',
    'events --since 2023-01-01',
    'changes 2022-12-01 2022-12-31',
    'check',
    'coverage',
  ])('%s breaks no word, and no line is wider', async (line) => {
    // Later than the sample's last event, in a script of one column a character.
    const argv = [...line.split(' '), '--as-of', '2025-06-30'];
    const box = sandbox(SAMPLE);
    const words = (text: string) => text.split(/[\s:]+/).filter((word) => /^[\p{L}\d-]{2,}$/u.test(word));
    const wide = await box.run(argv, { terminal: { columns: 400 } });
    const narrow = await box.run(argv, { terminal: { columns } });
    const known = new Set(words(`${wide.out} ${SAMPLE}`));
    expect(words(narrow.out).filter((word) => !known.has(word))).toEqual([]);
    // An address stays whole, so that a terminal can open it.
    const tooWide = narrow.out.split('\n').filter((shown) => shown.length > columns && !shown.includes('://'));
    expect(tooWide).toEqual([]);
  });
});

test('a style is kept where a text of several styles is wrapped', async () => {
  const { out } = await sandbox(HARBOUR).run(['stats'], { terminal: { columns: 24, colors: 1 } });
  expect(out).toBe(
    '3 claims: \u001b[2m0 confirmed\u001b[22m, \u001b[33m2\u001b[39m\n\u001b[33mpending\u001b[39m, \u001b[2m0 refuted\u001b[22m, 1\nopinion, \u001b[31m1 overdue\u001b[39m\n',
  );
});

describe('in a terminal, a finding of check', () => {
  const claims = `factledger: 1
article:
  title: T
claims:
  - id: a
    text: It is a claim.
    said: 2024-01-01
    due: 2024-02-01
  - id: b
    text: It is another one.
    verdicts:
      - { date: 2025-01-01, status: pending }
`;
  const found = async (colors: 0 | 1, ...argv: string[]) =>
    (await sandbox(claims).run(['check', '--as-of', '2024-06-01', ...argv], { terminal: { columns: 100, colors } }))
      .out;

  test('lets the claim stand out, and names it where the message does not', async () => {
    // The first "a" of the message that is a word of its own, not one within another.
    expect(await found(1, '--rule', 'overdue')).toMatch(/ overdue: [^\n]*\u001b\[1ma\u001b\[22m/);
    expect(await found(1, '--rule', 'future-date')).toContain(' future-date: \u001b[1mb\u001b[22m: a verdict of');
  });

  test('elsewhere is one line, as it was', async () => {
    const { out } = await sandbox(claims).run(['check', '--as-of', '2024-06-01', '--rule', 'future-date']);
    expect(out).toBe('ledger.yaml:12:17: error future-date: a verdict of 2025-01-01, which is after 2024-06-01\n');
  });
});
