import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFault, daysBetween, weekdayOf } from '../../src/model/dates.ts';
import { dayInWords } from '../../src/model/day-in-words.ts';

const back = (text: string, today: string) => dayInWords(text, today, false);
const ahead = (text: string, today: string) => dayInWords(text, today, true);

describe('a day in words', () => {
  test.each([
    // today, typed, back from it, forward from it
    ['2026-11-23', 'today', '2026-11-23', '2026-11-23'],
    ['2026-11-23', 'yesterday', '2026-11-22', '2026-11-22'],
    ['2026-11-23', 'Tomorrow', '2026-11-24', '2026-11-24'],
    ['2024-03-01', 'yesterday', '2024-02-29', '2024-02-29'],
    ['2023-12-31', 'tomorrow', '2024-01-01', '2024-01-01'],
    // A Monday.
    ['2026-11-23', 'monday', '2026-11-16', '2026-11-30'],
    ['2026-11-23', 'Mon', '2026-11-16', '2026-11-30'],
    ['2026-11-23', 'TUE', '2026-11-17', '2026-11-24'],
    ['2026-11-23', 'friday', '2026-11-20', '2026-11-27'],
    ['2026-11-23', 'sun', '2026-11-22', '2026-11-29'],
    // A Sunday.
    ['2026-11-22', 'sunday', '2026-11-15', '2026-11-29'],
    ['2026-11-22', 'sat', '2026-11-21', '2026-11-28'],
    ['2024-01-01', 'thursday', '2023-12-28', '2024-01-04'],
    ['2026-11-23', '0d', '2026-11-23', '2026-11-23'],
    ['2026-11-23', '0m', '2026-11-23', '2026-11-23'],
    ['2026-11-23', '3d', '2026-11-20', '2026-11-26'],
    ['2026-11-23', '007d', '2026-11-16', '2026-11-30'],
    ['2026-11-23', '2W', '2026-11-09', '2026-12-07'],
    ['2024-12-31', '1d', '2024-12-30', '2025-01-01'],
    ['2024-12-31', '366d', '2023-12-31', '2026-01-01'],
    ['2026-11-23', '6m', '2026-05-23', '2027-05-23'],
    ['2024-03-31', '1m', '2024-02-29', '2024-04-30'],
    ['2023-03-31', '1m', '2023-02-28', '2023-04-30'],
    ['2024-03-30', '1m', '2024-02-29', '2024-04-30'],
    ['2024-01-31', '13m', '2022-12-31', '2025-02-28'],
    ['2024-01-15', '1m', '2023-12-15', '2024-02-15'],
    ['2024-12-15', '1m', '2024-11-15', '2025-01-15'],
    ['2024-02-29', '1y', '2023-02-28', '2025-02-28'],
    ['2024-02-29', '4y', '2020-02-29', '2028-02-29'],
    ['2004-02-29', '104y', '1900-02-28', '2108-02-29'],
    ['0099-06-01', '1d', '0099-05-31', '0099-06-02'],
  ])('on %s, %s is %s, or %s', (today, text, before, after) => {
    expect([back(text, today), ahead(text, today)]).toEqual([before, after]);
  });

  test.each([
    '',
    'soon',
    'mond',
    'tues',
    'd',
    '3',
    '3 d',
    '-3d',
    '+3d',
    '1.5d',
    '3h',
    '3d ',
    '2024',
    '٣d',
    'todaytoday',
  ])('%j is none', (text) => expect(back(text, '2026-11-23')).toBeNull());

  test.each([
    ['0001-01-01', 'yesterday', false],
    ['0001-01-01', 'sunday', false],
    ['0001-01-31', '1m', false],
    ['9999-12-31', 'tomorrow', false],
    ['9999-12-31', 'sat', true],
    ['9999-12-01', '1m', true],
    ['2026-11-23', '2026y', false],
    ['2026-11-23', '7974y', true],
    ['2026-11-23', `${'9'.repeat(400)}d`, true],
    ['2026-11-23', `${'9'.repeat(400)}m`, false],
  ])('on %s, %s is out of the years there are', (today, text, isAhead) => {
    expect(() => dayInWords(text, today, isAhead)).toThrow('outside the years 0001 to 9999');
  });

  test('the first and the last day there are', () => {
    expect(back('2025y', '2026-11-23')).toBe('0001-11-23');
    expect(ahead('7973y', '2026-11-23')).toBe('9999-11-23');
    expect(back('1d', '0001-01-02')).toBe('0001-01-01');
    expect(ahead('1d', '9999-12-30')).toBe('9999-12-31');
  });
});

describe('for any day', () => {
  const days = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9000-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const distances = fc.integer({ min: 0, max: 900 });

  test('days and weeks lead forward and back to it', () => {
    const units = fc.constantFrom(['d', 1] as const, ['w', 7] as const);
    fc.assert(
      fc.property(days, distances, units, (day, number, [unit, length]) => {
        const later = ahead(`${number}${unit}`, day) ?? '';
        expect(dateFault(later, true)).toBeNull();
        expect(daysBetween(day, later)).toBe(number * length);
        expect(back(`${number}${unit}`, later)).toBe(day);
      }),
    );
  });

  test('months and years keep the day of the month, or end at the last', () => {
    const units = fc.constantFrom(['m', 1] as const, ['y', 12] as const);
    const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
    fc.assert(
      fc.property(days, distances, units, fc.boolean(), (day, number, [unit, length], isAhead) => {
        const other = dayInWords(`${number}${unit}`, day, isAhead) ?? '';
        expect(dateFault(other, true)).toBeNull();
        const [earlier, later] = isAhead ? [day, other] : [other, day];
        expect(monthsOf(later) - monthsOf(earlier)).toBe(number * length);
        const isKept = other.slice(8) === day.slice(8);
        // The day after is of the next month, so that this one was the last.
        if (!isKept) expect([other.slice(8) < day.slice(8), ahead('1d', other)?.slice(8)]).toEqual([true, '01']);
        const again = dayInWords(`${number}${unit}`, other, !isAhead) ?? '';
        expect(again.slice(0, 7)).toBe(day.slice(0, 7));
        if (isKept) expect(again).toBe(day);
      }),
    );
  });

  test('a weekday is one to seven days away', () => {
    const names = fc.constantFrom('sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat');
    fc.assert(
      fc.property(days, names, (day, name) => {
        const [last, next] = [back(name, day) ?? '', ahead(name, day) ?? ''];
        for (const away of [daysBetween(last, day), daysBetween(day, next)]) {
          expect(away).toBeGreaterThanOrEqual(1);
          expect(away).toBeLessThanOrEqual(7);
        }
        expect(new Date(last).toUTCString().slice(0, 3).toLowerCase()).toBe(name);
        expect(weekdayOf(next)).toBe(weekdayOf(last));
      }),
    );
  });
});
