import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Change } from '../../src/change/change.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { edit } from '../../src/yaml/edit.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { HARBOUR } from '../sandbox.ts';

const verdict = { date: '2024-03-30', status: 'confirmed', evidence: ['first-ferry'] };
const event = {
  id: 'first-ferry',
  date: '2024-03-30',
  title: 'The first ferry docks.',
  sources: [{ url: 'https://example.org/f' }],
};
const claim = { id: 'new', text: 'New.' };

const toVerdicts = (index: number): Change => ({ kind: 'append', path: ['claims', index, 'verdicts'], item: verdict });
const all: readonly Change[] = [
  toVerdicts(0),
  { kind: 'append', path: ['claims'], item: claim },
  { kind: 'append', path: ['events'], item: event },
];

const HEAD = 'factledger: 1\narticle: { title: T }\n';

describe('an edit follows the habits of the file', () => {
  test.each<[string, string, readonly Change[], string]>([
    [
      'a missing list of verdicts goes after the last key',
      `${HEAD}claims:\n  - id: a\n    text: A. # why\n  # about b\n  - id: b\n    text: B.\n`,
      [toVerdicts(0)],
      `${HEAD}claims:\n  - id: a\n    text: A. # why\n    verdicts:\n      - date: 2024-03-30\n        status: confirmed\n        evidence: [first-ferry]\n  # about b\n  - id: b\n    text: B.\n`,
    ],
    [
      'lists at the column of their key',
      `${HEAD}claims:\n- id: a\n  text: A.\n`,
      [toVerdicts(0)],
      `${HEAD}claims:\n- id: a\n  text: A.\n  verdicts:\n  - date: 2024-03-30\n    status: confirmed\n    evidence: [first-ferry]\n`,
    ],
    [
      'wide dashes and four spaces, CRLF, no final line end',
      'factledger: 1\r\narticle:\r\n    title: T\r\nclaims:\r\n    -   id: a\r\n        text: A.\r\n        verdicts:\r\n            -   date: 2024-01-01\r\n                status: pending',
      [toVerdicts(0)],
      'factledger: 1\r\narticle:\r\n    title: T\r\nclaims:\r\n    -   id: a\r\n        text: A.\r\n        verdicts:\r\n            -   date: 2024-01-01\r\n                status: pending\r\n            -   date: 2024-03-30\r\n                status: confirmed\r\n                evidence: [first-ferry]',
    ],
    [
      'all in braces',
      '{factledger: 1, article: {title: T}, claims: [{id: a, text: A.}, ]}',
      [toVerdicts(0), { kind: 'append', path: ['claims'], item: claim }],
      '{factledger: 1, article: {title: T}, claims: [{id: a, text: A., verdicts: [{date: 2024-03-30, status: confirmed, evidence: [first-ferry]}]}, {id: new, text: New.}, ]}',
    ],
    [
      'an empty list in brackets',
      `${HEAD}claims: [] # none yet\n`,
      [{ kind: 'append', path: ['claims'], item: claim }],
      `${HEAD}claims: # [] # none yet\n  - id: new\n    text: New.\n`,
    ],
    [
      'a key without a value, and an explicit null',
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: ~ # none\nevents: # none\n`,
      [toVerdicts(0), { kind: 'append', path: ['events'], item: event }],
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: # ~ # none\n      - date: 2024-03-30\n        status: confirmed\n        evidence: [first-ferry]\nevents: # none\n  - id: first-ferry\n    date: 2024-03-30\n    title: The first ferry docks.\n    sources:\n      - url: https://example.org/f\n`,
    ],
    [
      'a byte-order mark, document marks and an astral character',
      `\uFEFF---\n${HEAD}claims:\n  - id: a\n    text: "😀"\n...\n`,
      [toVerdicts(0)],
      `\uFEFF---\n${HEAD}claims:\n  - id: a\n    text: "😀"\n    verdicts:\n      - date: 2024-03-30\n        status: confirmed\n        evidence: [first-ferry]\n...\n`,
    ],
    [
      'three insertions that meet at the end of the file',
      `${HEAD}claims:\n  - id: a\n    text: A.`,
      all,
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts:\n      - date: 2024-03-30\n        status: confirmed\n        evidence: [first-ferry]\n\n  - id: new\n    text: New.\nevents:\n  - id: first-ferry\n    date: 2024-03-30\n    title: The first ferry docks.\n    sources:\n      - url: https://example.org/f`,
    ],
    [
      'comments that belong to the last item stay with it',
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts:\n      - date: 2024-01-01\n        status: pending\n      # look again in May\n  # about b\n  - id: b\n    text: B.\n`,
      [toVerdicts(0)],
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts:\n      - date: 2024-01-01\n        status: pending\n      # look again in May\n      - date: 2024-03-30\n        status: confirmed\n        evidence: [first-ferry]\n  # about b\n  - id: b\n    text: B.\n`,
    ],
    [
      'a comment at the column of a flush list is left to the next key',
      `${HEAD}claims:\n- id: a\n  text: A.\n  verdicts:\n  - date: 2024-01-01\n    status: pending\n    # about the verdict\n  # about the tags\n  tags: [x]\n`,
      [toVerdicts(0)],
      `${HEAD}claims:\n- id: a\n  text: A.\n  verdicts:\n  - date: 2024-01-01\n    status: pending\n    # about the verdict\n  - date: 2024-03-30\n    status: confirmed\n    evidence: [first-ferry]\n  # about the tags\n  tags: [x]\n`,
    ],
    [
      'a key that only a question mark introduces',
      `${HEAD}? claims\n`,
      [{ kind: 'append', path: ['claims'], item: claim }],
      `${HEAD}? claims\n:\n  - id: new\n    text: New.\n`,
    ],
    [
      'an anchored empty value in braces',
      `${HEAD}claims: [{id: a, text: A., verdicts: &v }]\n`,
      [toVerdicts(0)],
      `${HEAD}claims: [{id: a, text: A., verdicts: &v [{date: 2024-03-30, status: confirmed, evidence: [first-ferry]}] }]\n`,
    ],
    [
      'a blank line within an item is none between items',
      `${HEAD}claims:\n  - id: a\n    text: |\n      P1\n\n      P2\n  - id: b\n    text: B.\n`,
      [{ kind: 'append', path: ['claims'], item: claim }],
      `${HEAD}claims:\n  - id: a\n    text: |\n      P1\n\n      P2\n  - id: b\n    text: B.\n  - id: new\n    text: New.\n`,
    ],
  ])('%s', (_, before, changes, after) => {
    expect(edit(before, changes)).toBe(after);
  });

  test('values that YAML would take for something else are quoted', () => {
    const odd = { id: '007', text: 'no', said: '2024', due: '2024-03', via: '12:30:00', speaker: '- x: # y' };
    const after = edit(HARBOUR, [{ kind: 'append', path: ['claims'], item: odd }]);
    expect(parse(after).claims.at(-1)).toEqual(odd);
    for (const quoted of ['id: "007"', 'text: "no"', 'said: "2024"', 'via: "12:30:00"'])
      expect(after).toContain(quoted);
  });
});

test('text with white space at its ends reads the same everywhere', () => {
  for (const text of ['x\n\n', 'ends\n', 'x\n   ', '  lead', 'a \nb', 'two\nlines']) {
    const after = edit(HARBOUR, [{ kind: 'append', path: ['claims'], item: { id: 'odd', text } }]);
    expect(parse(after).claims.at(-1).text).toBe(text);
    const again = edit(after, [{ kind: 'append', path: ['claims'], item: claim }]);
    expect(parse(again).claims.at(-2).text).toBe(text);
  }
});

describe('an edit is refused, and says what to add by hand', () => {
  test.each([
    [
      'a list that an alias shares',
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: &v [{date: 2024-01-01, status: pending}]\n  - id: b\n    text: B.\n    verdicts: *v\n`,
      0,
    ],
    [
      'an alias as the list',
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: &v [{date: 2024-01-01, status: pending}]\n  - id: b\n    text: B.\n    verdicts: *v\n`,
      1,
    ],
    ['a null in braces', `${HEAD}claims: [{id: a, text: A., verdicts: null}]\n`, 0],
  ])('%s', async (_, before, index) => {
    expect((await readLedger(before)).faults).toEqual([]);
    expect(() => edit(before, [toVerdicts(index)])).toThrow(Refusal);
  });

  test.each<[string, Change]>([
    ['the claims', { kind: 'append', path: ['claims'], item: claim }],
    ['the verdicts of a', toVerdicts(0)],
    ['the skips of the article', { kind: 'append', path: ['article', 'skips'], item: { paragraph: 1, sentence: 1 } }],
  ])('%s', (list, change) => {
    const before =
      'factledger: 1\narticle: {title: T, skips: null}\nclaims: &c [{id: a, text: A., verdicts: null}]\nx-c: *c\n';
    expect(() => edit(before, [change])).toThrow(`cannot add to ${list}: `);
  });
});

describe('where only the items touched are looked at', () => {
  const claims = (count: number, more: (at: number) => string = () => '') =>
    Array.from({ length: count }, (_, at) => `  - id: c${at}\n    text: T${at}\n${more(at)}`).join('');
  const alike = async (before: string, change: Change) => {
    const { ledger, faults } = await readLedger(before);
    expect(faults).toEqual([]);
    const after = edit(before, [change], ledger);
    expect(after).toBe(edit(before, [change]));
    return after;
  };

  test('a null before the item in another list makes no difference', async () => {
    const before = `${HEAD}events:\n  - ~\n  - id: e1\n    date: 2020\n    title: E\nclaims:\n${claims(20)}`;
    const source: Change = { kind: 'append', path: ['events', 1, 'sources'], item: { url: 'https://example.org' } };
    expect(await alike(before, source)).toContain(
      '    title: E\n    sources:\n      - url: https://example.org\nclaims:',
    );
  });

  test('nor does one in the same list', async () => {
    const before = `${HEAD}claims:\n${claims(20).replace('  - id: c5\n', '  - ~\n  - id: c5\n')}`;
    expect(await alike(before, toVerdicts(13))).toContain('    text: T12\n    verdicts:\n');
  });

  test('records in braces are no model for lines, however many stand in between', async () => {
    const model = '  - id: b\n    text: B\n    verdicts:\n        - date: 2020-01-01\n          status: pending\n';
    const between = Array.from(
      { length: 9 },
      (_, at) => `  - { id: f${at}, text: F, verdicts: [{ date: 2020-01-01, status: pending }] }\n`,
    );
    const after = await alike(`${HEAD}claims:\n${model}${between.join('')}${claims(6)}`, toVerdicts(10));
    expect(after).toContain('    text: T0\n    verdicts:\n        - date:');
  });

  test('a list of nulls is no model either', async () => {
    const more = (at: number) =>
      at === 0
        ? '    verdicts:\n        - date: 2020-01-01\n          status: pending\n'
        : at < 8
          ? '    verdicts: [~]\n'
          : '';
    expect(await alike(`${HEAD}claims:\n${claims(20, more)}`, toVerdicts(9))).toContain(
      '    text: T9\n    verdicts:\n        - date:',
    );
  });

  test('an id that an item far away has is still taken', async () => {
    const before = `${HEAD}claims:\n${claims(20)}`;
    const { ledger } = await readLedger(before);
    const change: Change = { kind: 'append', path: ['claims'], item: { id: 'c7', text: 'Again.' } };
    expect(() => edit(before, [change], ledger)).toThrow(/the claim id "c7" is taken/);
  });

  test('a list that an item far away has by an alias is still shared', async () => {
    const list = (at: number) =>
      `    verdicts:${at === 5 ? ' &v' : ''}\n      - date: 2020-01-01\n        status: pending\n`;
    const before = `${HEAD}claims:\n${claims(20, (at) => (at === 15 ? '    verdicts: *v\n' : at > 4 && at < 12 ? list(at) : ''))}`;
    const { ledger, faults } = await readLedger(before);
    expect(faults).toEqual([]);
    expect(() => edit(before, [toVerdicts(5)], ledger)).toThrow(/would change with it/);
  });
});
