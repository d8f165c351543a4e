import { describe, expect, test } from 'vitest';
import { escapeJson, keepLines, oneLine } from '../../src/text/escape.ts';
import { fold } from '../../src/text/fold.ts';
import { inTime } from '../../src/text/in-time.ts';
import { measureFor } from '../../src/text/measure.ts';
import { nearest } from '../../src/text/nearest.ts';
import { shellWord } from '../../src/text/shell-word.ts';

describe('fold', () => {
  test.each([
    ['Marszałkowski', 'marszalkowski'],
    ['ŁÓDŹ', 'lodz'],
    ['Ёлка', 'елка'],
    ['Straße', 'strasse'],
    ['ﬁnal', 'final'],
    ['é', 'e\u0301'.normalize('NFC')],
  ])('%s and %s are alike', (a, b) => expect(fold(a)).toBe(fold(b)));
});

describe('nearest', () => {
  test.each([
    ['harbor', ['harbour', 'ferry'], ['harbour']],
    ['Confirmed', ['confirmed', 'pending'], ['confirmed']],
    ['zzzz', ['harbour', 'ferry'], []],
  ])('to %s', (word, among, expected) => expect(nearest(word, among)).toEqual(expected));
});

describe('escaping', () => {
  test('nothing drives the terminal', () => {
    expect(oneLine('a\u001b[31mb\u202ec\u0085\nd\u0007')).toBe('a\\u001b[31mb\\u202ec\\u0085 d\\u0007');
    expect(keepLines('a\tb\r\n\u001b')).toBe('a\tb\r\n\\u001b');
  });
  test('JSON means the same', () => {
    const text = JSON.stringify('\u009b\u202e\u2066łódź');
    expect(escapeJson(text)).toBe('"\\u009b\\u202e\\u2066łódź"');
    expect(JSON.parse(escapeJson(text))).toBe(JSON.parse(text));
  });
});

describe('measuring', () => {
  test.each([
    ['Łódź nad morzem', 6, ['Łódź', 'nad', 'morzem']],
    ['Совещание в Сочи', 9, ['Совещание', 'в Сочи']],
    ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['港口将于三月底重新开放', 6, ['港口将', '于三月', '底重新', '开放']],
  ])('wraps %s', async (text, columns, lines) => {
    const measure = await measureFor([text]);
    expect(measure.wrap(text, columns).map((line) => line.trim())).toEqual(lines);
    for (const line of measure.wrap(text, columns)) expect(measure.width(line)).toBeLessThanOrEqual(columns);
  });
  test('wide and combining characters', async () => {
    const measure = await measureFor(['港', 'e\u0301']);
    expect([measure.width('港口'), measure.width('e\u0301')]).toEqual([4, 1]);
  });

  test.each(['港', '港 '])('a long text of %j keeps its characters, and no line is wider than asked', async (unit) => {
    const text = unit.repeat(60_000);
    const measure = await measureFor([text]);
    const lines = measure.wrap(text, 40);
    expect(lines.join('').replaceAll(' ', '')).toBe('港'.repeat(60_000));
    expect(measure.width(text)).toBe(unit === '港' ? 120_000 : 180_000);
    expect(Math.max(...lines.map((line) => measure.width(line)))).toBeLessThanOrEqual(40);
    expect(Math.min(...lines.slice(0, -1).map((line) => measure.width(line)))).toBeGreaterThan(30);
  });
});

test('a date in a sentence is on a day, and in a month or a year', () => {
  expect(['2024-03-31', '2024-03', '2024'].map(inTime)).toEqual(['on 2024-03-31', 'in 2024-03', 'in 2024']);
});

test.each([
  ['first-ferry', 'first-ferry'],
  ['https://example.org/a?b=1&c', "'https://example.org/a?b=1&c'"],
  ["it's $HOME", `'it'\\''s $HOME'`],
  ['', "''"],
])('%s is typed to a shell as %s', (word, typed) => {
  expect(shellWord(word)).toBe(typed);
});
