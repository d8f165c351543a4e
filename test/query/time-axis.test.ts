import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter, daysBetween } from '../../src/model/dates.ts';
import { ticksOf } from '../../src/query/ticks.ts';
import { columnOf, timeAxis } from '../../src/query/time-axis.ts';

const axes = fc
  .tuple(fc.integer({ min: 0, max: 700_000 }), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, length, columns]) => {
    const first = daysAfter('0001-01-01', from) ?? '';
    return timeAxis(first, daysAfter(first, length) ?? '', columns);
  });

test('the last column ends on the last day, and a day shows in the first column that ends on it or later', () => {
  fc.assert(
    fc.property(axes, fc.nat(), (axis, some) => {
      expect(axis.columns.at(-1)).toBe(axis.last);
      expect([...axis.columns].sort()).toEqual(axis.columns);
      const day = daysAfter(axis.first, some % (daysBetween(axis.first, axis.last) + 1)) as string;
      expect(columnOf(axis, day)).toBe(axis.columns.findIndex((end) => end >= day));
      expect(columnOf(axis, axis.first)).toBe(0);
    }),
  );
});

test('ticks are first days of months or years within the axis, with room for each', () => {
  fc.assert(
    fc.property(axes, (axis) => {
      const ticks = ticksOf(axis, 2);
      for (const [at, { text, column }] of ticks.entries()) {
        const day = text.length === 4 ? `${text}-01-01` : `${text}-01`;
        expect(day >= axis.first && day <= axis.last).toBe(true);
        expect(column).toBe(columnOf(axis, day));
        const next = ticks[at + 1];
        if (next) expect(next.column - column).toBeGreaterThanOrEqual(text.length);
      }
    }),
  );
});

test.each([
  ['a day', '2024-01-05', '2024-01-05', 40, []],
  ['three months', '2024-01-05', '2024-03-20', 40, ['2024-02', '2024-03']],
  ['two years', '2024-01-05', '2025-12-31', 60, ['2024-07', '2025-01', '2025-07']],
  ['six years', '2020-09-14', '2026-11-28', 60, ['2021', '2022', '2023', '2024', '2025', '2026']],
  ['twenty years', '2004-05-01', '2024-05-01', 40, ['2005', '2010', '2015', '2020']],
  [
    'all years',
    '0001-01-01',
    '9999-12-31',
    60,
    ['1000', '2000', '3000', '4000', '5000', '6000', '7000', '8000', '9000'],
  ],
])('ticks of %s', (_, first, last, columns, expected) => {
  const texts = ticksOf(timeAxis(first, last, columns), 2).map(({ text }) => text);
  expect(texts).toEqual(expected);
});
