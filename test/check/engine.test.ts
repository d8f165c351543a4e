import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Example, pageOf } from '../../src/check/rule-page.ts';
import { rules } from '../../src/check/rules.ts';
import { ROOT } from '../sandbox.ts';
import { findIn, inFull } from './find-in.ts';

const ids = rules.map(({ id }) => id);
const only = (...list: readonly string[]) => new Set(list);

describe('comments', () => {
  /** Without these nothing else holds, they would excuse a change of history, or they are about the comments. */
  const UNSILENCED = [
    'syntax',
    'schema',
    'duplicate-id',
    'history-rewritten',
    'claim-reworded',
    'evidence-altered',
    'backdated',
    'check-weakened',
    'unused-disable',
  ];

  /** The example with a comment above each line in which the rule finds something. */
  async function disabled(id: string, example: Example): Promise<Example> {
    const found = await findIn(example, only(id));
    const lines = inFull(example.ledger).split('\n');
    for (const line of new Set(found.map((one) => one.line).reverse()))
      lines.splice(line - 1, 0, `# factledger-disable-next-line ${id}: why not`);
    return { ...example, ledger: lines.join('\n') };
  }

  test.each(rules)('silence $id, or not', async (rule) => {
    const { bad } = await pageOf(rule);
    // A ledger that is gone has no comments.
    if (rule.id === 'unused-disable' || bad.ledger === '') return;
    const found = await findIn(await disabled(rule.id, bad), only(rule.id));
    expect(found.length > 0).toBe(UNSILENCED.includes(rule.id));
  });

  test.each(ids)('%s: one that can do nothing is told of', async (id) => {
    const ledger = `claims:\n  # factledger-disable-next-line ${id}: why not\n  - { id: a, text: A }\n`;
    const [found, ...more] = await findIn({ ledger, before: null, article: null }, new Set(ids));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      rule: 'unused-disable',
      message: UNSILENCED.includes(id)
        ? `${id} cannot be disabled by a comment`
        : `${id} finds nothing in the next line: remove this comment`,
    });
  });

  test('one for a rule that does not run may have its use', async () => {
    const ledger = 'claims:\n  # factledger-disable-next-line overdue: why not\n  - { id: a, text: A }\n';
    const example = { ledger, before: null, article: null };
    expect(await findIn(example, only('unused-disable', 'stale'))).toEqual([]);
    expect(await findIn(example, only('unused-disable', 'overdue'))).toHaveLength(1);
    expect(await findIn(example, only('overdue'))).toEqual([]);
  });
});

describe('a file that is not sound YAML', () => {
  const BROKEN = `claims:
  # factledger-disable-next-line nowhere: no such rule
  - { id: a, text: A, due: 2020, knid: fact, verdicts: [{ date: 2024-01-01, status: confirmed }] }
  - { id: a, text: B }
x-a: !tag b
`;
  const before = 'claims: [{ id: a, text: C, verdicts: [{ date: 2024-01-01, status: pending }] }]\n';

  test('is told of by the rules that reading tells, and by the one that guards the history', async () => {
    const found = await findIn({ ledger: BROKEN, before, article: null }, new Set(ids));
    expect(found.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '5 schema',
      '5 history-rewritten',
      '6 duplicate-id',
      '7 syntax',
    ]);
  });

  test('without a revision there is no history to guard', async () => {
    const found = await findIn({ ledger: BROKEN, before: null, article: null }, new Set(ids));
    expect(found.map(({ rule }) => rule)).toEqual(['schema', 'duplicate-id', 'syntax']);
  });
});

test('what compares with a revision says nothing without one', async () => {
  for (const rule of rules.filter(({ compare }) => compare)) {
    const { bad } = await pageOf(rule);
    expect(await findIn({ ...bad, before: null }, only(rule.id))).toEqual([]);
  }
});

test('findings come in the order of the text, then of the rules, whatever finds them', async () => {
  const ledger = `claims:
  # factledger-disable-next-line
  - { id: a, text: A, said: 2020, due: 2020, verdicts: [{ date: 2019-01-01, status: pending }] }
  - { id: b, text: B, said: 2031, verdicts: [{ date: 2030-01-01, status: confirmed }] }
`;
  const found = await findIn({ ledger, before: null, article: null }, new Set(ids));
  expect(found.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
    '4 unused-disable',
    '5 stale',
    '5 overdue',
    '5 verdict-before-claim',
    '6 verdict-before-claim',
    '6 future-date',
    '6 uncited-verdict',
  ]);
});

test('no rule is known by its id but to itself', () => {
  // What reading tells of has kinds of these names; see model/fault.ts.
  const named = ids.filter((id) => !['syntax', 'schema', 'duplicate-id'].includes(id));
  const src = join(ROOT, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:check\/[\w-]+|flow\/(?:check-ledgers|against)|command\/check|yaml\/read-checks|view\/findings[\w-]*)\.ts$/.test(
      name,
    ),
  );
  expect(files.length).toBeGreaterThan(10);
  const wrong = files.flatMap((file) => {
    const source = readFileSync(join(src, file), 'utf8');
    return named.filter((id) => source.includes(`'${id}'`)).map((id) => `${file}: ${id}`);
  });
  expect(wrong).toEqual([]);
});
