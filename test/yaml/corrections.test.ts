import { describe, expect, test } from 'vitest';
import type { Change, Path } from '../../src/change/change.ts';
import { edit } from '../../src/yaml/edit.ts';

const HEAD = 'factledger: 1\narticle: { title: T }\n';

const set = (path: Path, value: string | number | string[], as?: string): Change => ({
  kind: 'set',
  path,
  value,
  ...(as !== undefined && { as }),
});
const remove = (...path: (string | number)[]): Change => ({ kind: 'remove', path });

/** Makes changes to text below the head of a ledger, whose keys are the user's own. */
function edited(text: string, ...changes: Change[]): string {
  const after = edit(HEAD + text, changes);
  expect(after.startsWith(HEAD)).toBe(true);
  return after.slice(HEAD.length);
}

const A = ['x-a'];
const B = ['x-b'];

describe('a value is replaced, and what stands around it stays', () => {
  const cases: [what: string, before: string, change: Change, after: string][] = [
    [
      'a literal text: a comment after its header, and the blank line after it',
      'x-a: |- # why\n  one\n\n  two\n\n# next\nx-b: 1\n',
      set(A, 'new'),
      'x-a: new # why\n\n# next\nx-b: 1\n',
    ],
    ['blank lines that are a part of it go', 'x-a: >+\n  one\n\n\nx-b: 1\n', set(A, 'new'), 'x-a: new\nx-b: 1\n'],
    ['an empty literal at the end of the file', 'x-b: 1\nx-a: |', set(A, 'new'), 'x-b: 1\nx-a: new'],
    ['a literal at the end without a line end', 'x-b: 1\nx-a: |-\n  old', set(A, 'new'), 'x-b: 1\nx-a: new\n'],
    ['an anchor stays', 'x-a: &x |\n  old\n', set(A, 'new'), 'x-a: &x new\n'],
    ['several lines again, at the least margin', 'x-a: |2-\n   x\n  y\n', set(A, 'p\nq'), 'x-a: |-\n  p\n  q\n'],
    ['plain text of several lines', 'x-a: one\n   two\n\n   three # c\n', set(A, 'new'), 'x-a: new # c\n'],
    ['a line break in quotes', "x-a: 'it' # c\n", set(A, 'x\ny'), 'x-a: "x\\ny" # c\n'],
    ['a line break in single quotes', "x-a: 'it'\n", set(A, "it's"), "x-a: 'it''s'\n"],
    ['double quotes stay', 'x-a: "it" # c\n', set(A, 'is'), 'x-a: "is" # c\n'],
    ['nothing, before a tab', 'x-a:\t\nx-b: 1\n', set(A, 'new'), 'x-a: new\t\nx-b: 1\n'],
    ['nothing, before a comment', 'x-a:   # c\n', set(A, 'new'), 'x-a: new   # c\n'],
    ['a key alone in braces', 'x-m: {a, b: 1}\n', set(['x-m', 'a'], 'new'), 'x-m: {a: new, b: 1}\n'],
    ['a key alone after ?', '? x-a # c\nx-b: 1\n', set(A, 'new'), '? x-a # c\n: new\nx-b: 1\n'],
    ['null in JSON', 'x-m: {"a":null}\n', set(['x-m', 'a'], 'x'), 'x-m: {"a":"x"}\n'],
    ['null', 'x-a: ~ # c\n', set(A, 'x'), 'x-a: x # c\n'],
    [
      'a list in place of a text',
      'x-a: Smith, John # c\n',
      set(A, ['Smith, John', 'B']),
      'x-a: ["Smith, John", B] # c\n',
    ],
    ['a text in place of a list', 'x-a: [A, B] # c\n', set(A, 'C'), 'x-a: C # c\n'],
    [
      'a text in place of a list at the margin',
      'x-a: # c\n- x # d\n- y\nx-b: 1\n',
      set(A, 'new'),
      'x-a: new # c\nx-b: 1\n',
    ],
    [
      'a comment after the last item stays',
      'x-a:\n  - x\n  - y # d\nx-b: 1\n',
      set(A, 'new'),
      'x-a: new\n  # d\nx-b: 1\n',
    ],
    [
      'a list in lines for another',
      'x-a:\n  - x # one\n  - y # d\nx-b: 1\n',
      set(A, ['p', 'q', 'r']),
      'x-a:\n  - p\n  - q\n  - r # d\nx-b: 1\n',
    ],
    [
      'a text in place of a list that begins on the line of its colon',
      'x-m:\n  ? a\n  : - b\n    - c # d\n',
      set(['x-m', 'a'], 'new'),
      'x-m:\n  ? a\n  : new # d\n',
    ],
    ['a number is quoted as text', 'x-a: 2024 # d\n', set(A, '2025'), 'x-a: "2025" # d\n'],
    ['an item in brackets', 'x-a: [p, q] # d\n', set(['x-a', 1], 'r'), 'x-a: [p, r] # d\n'],
    ['an item in lines', 'x-a:\n  - p # one\n  - q\n', set(['x-a', 0], 'r'), 'x-a:\n  - r # one\n  - q\n'],
    ['an alias itself', 'x-b: &x old\nx-a: *x\n', set(A, 'new'), 'x-b: &x old\nx-a: new\n'],
    ['CRLF', 'x-a: |\r\n  one\r\n  two\r\nx-b: 1\r\n', set(A, 'p\nq'), 'x-a: |-\r\n  p\r\n  q\r\nx-b: 1\r\n'],
    ['plain text to several lines', 'x-a: old\nx-b: 1\n', set(A, 'p\nq'), 'x-a: |-\n  p\n  q\nx-b: 1\n'],
    ['a number is written as one', 'x-m: { a: 2 } # c\n', set(['x-m', 'a'], 3), 'x-m: { a: 3 } # c\n'],
    ['a number in lines', 'x-a: 2 # c\n', set(A, 3), 'x-a: 3 # c\n'],
    ['a key with another name', 'x-a: p # c\nx-b: 1\n', set(A, ['p', 'q'], 'x-c'), 'x-c: [p, q] # c\nx-b: 1\n'],
    ['a key in quotes', `x-m: {'a': "p"} # c\n`, set(['x-m', 'a'], ['p', 'q'], 'b'), `x-m: {'b': ["p", "q"]} # c\n`],
    ['a key of a list', 'x-a: # c\n  - p\n  - q\n', set(A, 'p', 'x-b'), 'x-b: p # c\n'],
    ['a key of a record', 'x-m:\n  a: old # c\n', set(['x-m', 'a'], 'p: q'), 'x-m:\n  a: "p: q" # c\n'],
  ];
  test.each(cases)('%s', (_, before, change, after) => {
    expect(edited(before, change)).toBe(after);
  });

  test('one list that two records share, where both are meant to change', () => {
    const before = 'x-a: &e [old, p]\nx-b: *e\n';
    expect(edited(before, set(['x-a', 0], 'new'), set(['x-b', 0], 'new'))).toBe('x-a: &e [new, p]\nx-b: *e\n');
    expect(() => edited(before, set(['x-b', 0], 'new'))).toThrow('an alias stands in its place in line 4');
  });

  test('a key that is written in an unusual way, or an item, gets no other name', () => {
    expect(() => edited('"x\\u002da": p\n', set(A, 'q', 'x-b'))).toThrow('the key "x-a" is written in an unusual way');
    expect(() => edited('x-a: [p]\n', set(['x-a', 0], 'q', 'x-b'))).toThrow('is no key');
  });

  test('what an alias stands for is not replaced', () => {
    expect(() => edited('x-b: &x old\nx-a: *x\n', set(B, 'new'))).toThrow('the alias in line 4 stands for');
  });
});

describe('a key is taken out, and what stands around it stays', () => {
  const cases: [what: string, before: string, change: Change, after: string][] = [
    [
      'blank lines that the text above would keep',
      'x-a: |+\n  x\nx-b: 2\n\nx-c: 3\n',
      remove('x-b'),
      'x-a: |+\n  x\nx-c: 3\n',
    ],
    [
      'a blank line wider than the text above',
      'x-a: |\n  x\nx-b: 2\n     \nx-c: 3\n',
      remove('x-b'),
      'x-a: |\n  x\nx-c: 3\n',
    ],
    ['a comment after it', 'x-a: 1\nx-b: 2  # c\nx-c: 3\n', remove('x-b'), 'x-a: 1\n# c\nx-c: 3\n'],
    ['the first key of an item', 'x-l:\n-   id: a\n    text: b\n', remove('x-l', 0, 'id'), 'x-l:\n-   text: b\n'],
    [
      'the first key of an item, with a comment',
      'x-l:\n- id: a # c\n  text: b\n',
      remove('x-l', 0, 'id'),
      'x-l:\n- # c\n  text: b\n',
    ],
    [
      'the first key of an item, above a comment',
      'x-l:\n- id: a\n  # c\n  text: b\n',
      remove('x-l', 0, 'id'),
      'x-l:\n-\n  # c\n  text: b\n',
    ],
    [
      'the first key of a record after ?',
      'x-m:\n  ? k\n  : a: 1\n    b: 2\n',
      remove('x-m', 'k', 'a'),
      'x-m:\n  ? k\n  : b: 2\n',
    ],
    ['a key with an anchor', '&x x-a: 1\nx-b: 2\n', remove('x-a'), 'x-b: 2\n'],
    ['the last one, without a line end', 'x-a: 1\nx-b: 2', remove('x-b'), 'x-a: 1\n'],
    ['a list in lines', 'x-a:\n  - p # one\n  - q\nx-b: 2\n', remove('x-a'), 'x-b: 2\n'],
    ['a literal text', 'x-a: |\n  p\n\nx-b: 2\n', remove('x-a'), '\nx-b: 2\n'],
    ['CRLF', 'x-a: 1\r\nx-b: 2\r\nx-c: 3\r\n', remove('x-b'), 'x-a: 1\r\nx-c: 3\r\n'],
    ['the last one in braces', 'x-m: {a: 1, b: 2,}\n', remove('x-m', 'b'), 'x-m: {a: 1,}\n'],
    ['the last one in braces without a comma', 'x-m: {a: 1, b: 2}\n', remove('x-m', 'b'), 'x-m: {a: 1}\n'],
    ['the first one in braces', 'x-m: {a: 1, b: 2}\n', remove('x-m', 'a'), 'x-m: {b: 2}\n'],
    [
      'the last one in braces on lines, with comments',
      'x-m: {\n  a: 1, # one\n  b: 2 # two\n }\n',
      remove('x-m', 'b'),
      'x-m: {\n  a: 1 # one\n   # two\n }\n',
    ],
    [
      'one in the middle of braces on lines, with comments',
      'x-m: {\n  a: 1, # one\n  b: 2, # two\n  c: 3\n }\n',
      remove('x-m', 'b'),
      'x-m: {\n  a: 1, # one\n   # two\n  c: 3\n }\n',
    ],
    [
      'one in braces on lines',
      'x-m: {\n  a: 1,\n  b: 2,\n  c: 3\n }\n',
      remove('x-m', 'b'),
      'x-m: {\n  a: 1,\n  c: 3\n }\n',
    ],
    ['the last one in braces on lines', 'x-m: {\n  a: 1,\n  b: 2\n }\n', remove('x-m', 'b'), 'x-m: {\n  a: 1\n }\n'],
    ['JSON', 'x-m: {\n  "a": 1,\n  "b": 2\n }\n', remove('x-m', 'b'), 'x-m: {\n  "a": 1\n }\n'],
    ['an alias', 'x-b: &x old\nx-a: *x\n', remove('x-a'), 'x-b: &x old\n'],
  ];
  test.each(cases)('%s', (_, before, change, after) => {
    expect(edited(before, change)).toBe(after);
  });

  test('a byte-order mark stays', () => {
    const before = '\uFEFFx-a: 1\nfactledger: 1\narticle: { title: T }\n';
    expect(edit(before, [remove('x-a')])).toBe('\uFEFFfactledger: 1\narticle: { title: T }\n');
  });

  test.each([
    [
      'a comment that would become text',
      'x-a: |\n  x\nx-b: 2\n    # deep\nx-c: 3\n',
      B,
      'the comment in line 6 would become',
    ],
    ['what an alias stands for', 'x-b: &x old\nx-a: *x\n', B, 'the alias in line 4 stands for'],
    [
      'a name that another anchor would take',
      'x-a: &x 1\nx-c: &x 2\nx-d: *x\n',
      ['x-c'],
      'the alias in line 5 stands for',
    ],
    ['the only key of a record', 'x-m:\n  a: 1\n', ['x-m', 'a'], 'nothing would be left'],
  ])('%s is refused', (_, before, path, reason) => {
    expect(() => edited(before, remove(...path))).toThrow(reason);
  });
});

describe('an item is taken out, and what stands around it stays', () => {
  const cases: [what: string, before: string, change: Change, after: string][] = [
    ['in the middle of brackets', 'x-l: [ a\n , b\n , c\n ]\n', remove('x-l', 1), 'x-l: [ a\n , c\n ]\n'],
    ['the only one, between comments', 'x-l: [ # c\n  a # d\n  ]\n', remove('x-l', 0), 'x-l: [ # c\n   # d\n  ]\n'],
    ['the first in brackets', 'x-l: [a, b]\n', remove('x-l', 0), 'x-l: [b]\n'],
    ['the last in brackets', 'x-l: [a, b]\n', remove('x-l', 1), 'x-l: [a]\n'],
    ['a text in lines', 'x-l:\n  - a\n  - b\n  - c\n', remove('x-l', 1), 'x-l:\n  - a\n  - c\n'],
    ['a text with a comment', 'x-l:\n  - a\n  - b # why\n', remove('x-l', 1), 'x-l:\n  - a\n  # why\n'],
    ['the only record', 'x-l:\n  - id: a\nx-b:\n', remove('x-l', 0), 'x-l:\nx-b:\n'],
    [
      'a comment that silences its findings goes too',
      'x-l:\n  # factledger-disable-next-line overdue: known\n  - id: a\n  - id: b\n',
      remove('x-l', 0),
      'x-l:\n  - id: b\n',
    ],
    [
      'the same above another comment, which stays',
      'x-l:\n  # factledger-disable-next-line overdue: known\n  # of March\n  - id: a\n  - id: b\n',
      remove('x-l', 0),
      'x-l:\n  # of March\n  - id: b\n',
    ],
    [
      'one blank line stays',
      'x-l:\n  - id: a\n\n  - id: b\n\n  - id: c\n',
      remove('x-l', 1),
      'x-l:\n  - id: a\n\n  - id: c\n',
    ],
    [
      'of the last one, too',
      'x-l:\n  - id: a\n\n  - id: b\n\nx-b: 1\n',
      remove('x-l', 1),
      'x-l:\n  - id: a\n\nx-b: 1\n',
    ],
    ['none at the end of the file', 'x-l:\n  - id: a\n\n  - id: b\n', remove('x-l', 1), 'x-l:\n  - id: a\n'],
    [
      'comments above and below stay, its own go',
      'x-l:\n  # above\n  - id: a # own\n    # inside\n    text: b # last\n  # below\n  - id: c\n',
      remove('x-l', 0),
      'x-l:\n  # above\n  # below\n  - id: c\n',
    ],
    [
      'below a text that keeps blank lines',
      'x-l:\n  - text: |+\n      x\n  - id: b\n\n  - id: c\n',
      remove('x-l', 1),
      'x-l:\n  - text: |+\n      x\n  - id: c\n',
    ],
    [
      'a line that looks like such a comment within a text stays',
      'x-l:\n  - text: |\n      x\n      # factledger-disable-next-line overdue: x\n  - id: b\n',
      remove('x-l', 1),
      'x-l:\n  - text: |\n      x\n      # factledger-disable-next-line overdue: x\n',
    ],
    ['a record in braces', 'x-l:\n  - { id: a } # c\n  - { id: b }\n', remove('x-l', 0), 'x-l:\n  - { id: b }\n'],
  ];
  test.each(cases)('%s', (_, before, change, after) => {
    expect(edited(before, change)).toBe(after);
  });
});
