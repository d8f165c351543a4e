import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipped, clippedWithin } from '../../src/terminal/clip.ts';
import { wrapped } from '../../src/terminal/wrap.ts';
import { canvas, TEXTS } from './canvas.ts';

const { measure } = canvas(80);
const parts = (text: string, columns: number) =>
  wrapped(text, columns, measure).map(({ start, end }) => text.slice(start, end));

describe('wrapping', () => {
  test.each([
    ['one two three', 8, ['one two ', 'three']],
    ['one two three', 7, ['one two ', 'three']],
    ['one two three', 6, ['one ', 'two ', 'three']],
    ['', 5, ['']],
    ['one  two', 3, ['one ', ' ', 'two']],
    ['abcdefgh ij', 3, ['abc', 'def', 'gh ', 'ij']],
    ['10\u00a0km away', 5, ['10\u00a0km ', 'away']],
    ['a 10\u00a0km', 5, ['a ', '10\u00a0km']],
    ['漢字かな', 4, ['漢字', 'かな']],
    ['漢字かな', 5, ['漢字', 'かな']],
    ['ภาษาไทยง่าย', 8, ['ภาษาไทย', 'ง่าย']],
    ['彼は「漢字」だ', 6, ['彼は', '「漢字', '」だ']],
    ['👩🏽‍🚀👩🏽‍🚀', 3, ['👩🏽‍🚀', '👩🏽‍🚀']],
    ['漢', 1, ['漢']],
    ['ab\u202ecd', 7, ['ab', '\u202ec', 'd']],
  ])('%j in %i columns', (text, columns, wanted) => {
    expect(parts(text, columns)).toEqual(wanted);
  });

  test.each(Object.entries(TEXTS))('%s fits at every width, whole', (_, text) => {
    for (let columns = 8; columns <= 100; columns++) {
      const rows = parts(text, columns);
      expect(rows.join('')).toBe(text);
      for (const row of rows) expect(measure.width(row.trimEnd())).toBeLessThanOrEqual(columns);
      for (const row of rows) expect(measure.width(row)).toBeLessThanOrEqual(columns + 1);
    }
  });

  test('so does any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 6, max: 30 }), (text, columns) => {
        const rows = parts(text, columns);
        expect(rows.join('')).toBe(text);
        expect(rows.slice(1)).not.toContain('');
      }),
    );
  });
});

describe('clipping', () => {
  test.each([
    ['one two', 7, 'one two', 'one two'],
    ['one two', 6, 'one t…', 'one…wo'],
    ['one two three', 9, 'one two …', 'one…hree'],
    ['漢字かな', 6, '漢字…', '漢…な'],
    ['one', 1, '…', '…'],
    ['one', 0, '', '…'],
  ])('%j to %i columns', (text, columns, end, middle) => {
    expect(clipped(text, columns, measure)).toBe(end);
    expect(clippedWithin(text, columns, measure)).toBe(middle);
  });
});
