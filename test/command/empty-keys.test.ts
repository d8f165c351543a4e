import { describe, expect, test } from 'vitest';
import { HARBOUR, sandbox } from '../sandbox.ts';

describe('a key that is there without a value counts as missing', () => {
  const text = `factledger: 1
article: { title: T }
claims:
  - id: a
    text: A
    tags:
    formerly: # none
    withdrawn: ~ # not yet
    verdicts:
      - date: 2024-01-01
        status: pending
        evidence: [e]
        withdrawn: null
  - { id: b, text: B, formerly: , withdrawn: ~ }
  - id: c
    text: C
    withdrawn: { date: 2024-01-01, reason: R, instead: }
events:
  - id: e
    date: 2024
    title: E
    sources: [{ url: https://example.org/1, formerly: ~ }]
`;
  test.each([
    ['edit a --tag x', [['tags:', 'tags: [x]']]],
    [
      'rename a aa',
      [
        ['id: a', 'id: aa'],
        ['formerly: #', 'formerly: [a] #'],
      ],
    ],
    ['withdraw a --reason R', [['withdrawn: ~ #', 'withdrawn: { date: 2026-11-23, reason: R } #']]],
    ['withdraw a --verdict last --reason R', [['withdrawn: null', 'withdrawn: { date: 2026-11-23, reason: R }']]],
    ['rename b bb', [['id: b, text: B, formerly: ,', 'id: bb, text: B, formerly: [b] ,']]],
    ['withdraw b --reason R', [['formerly: , withdrawn: ~', 'formerly: , withdrawn: { date: 2026-11-23, reason: R }']]],
    ['withdraw c --instead a', [['instead: }', 'instead: [a] }']]],
    [
      'cite e --source https://example.org/2 --moved-from https://example.org/1',
      [['example.org/1, formerly: ~', 'example.org/2, formerly: [https://example.org/1]']],
    ],
  ])('%s', async (command, changes) => {
    const box = sandbox(text);
    expect(await box.run(command.split(' '))).toMatchObject({ code: 0 });
    const expected = changes.reduce((whole, [from = '', to = '']) => whole.replace(from, to), text);
    expect(box.read('ledger.yaml')).toBe(expected);
  });
});

test('a name that nothing has is told where it stands, beside former and present ids of one event', async () => {
  const evidence = 'evidence: [old, dredging-late, nope]';
  const box = sandbox(
    HARBOUR.replace('evidence: [dredging-late]', evidence).replace(
      '- id: dredging-late',
      '- id: dredging-late\n    formerly: [old]',
    ),
  );
  const line =
    box
      .read('ledger.yaml')
      .split('\n')
      .findIndex((one) => one.includes(evidence)) + 1;
  const { out } = await box.run(['check', '--rule', 'unknown-evidence']);
  expect(out).toContain(`ledger.yaml:${line}:${`        ${evidence}`.indexOf('nope') + 1}: error unknown-evidence`);
});
