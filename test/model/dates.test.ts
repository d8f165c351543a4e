import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateFault, firstDay, lastDay, latestDay, localDay } from '../../src/model/dates.ts';

test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2024-02', '2024'])('%s is a date', (text) => {
  expect(dateFault(text, false)).toBeNull();
});

test.each([
  ['2021-02-30', 'February 2021 has 28 days'],
  ['1900-02-29', 'February 1900 has 28 days'],
  ['0000-01-01', 'no year 0000'],
  ['0000', 'no year 0000'],
  ['2021-13-01', 'no month 13'],
  ['2021-00', 'no month 00'],
  ['2021-06-00', 'no day'],
  ['2021/6/3', 'did you mean 2021-06-03?'],
  ['yesterday', 'expected a date'],
])('%s is none: %s', (text, reason) => {
  expect(dateFault(text, false)).toContain(reason);
});

test('a partial date is no day', () => {
  expect(dateFault('2024-02', true)).toContain('the day is missing');
});

test('a partial date stretches over its month or year', () => {
  expect([firstDay('2024'), lastDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
  expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
  expect([firstDay('2024-02-03'), lastDay('2024-02-03')]).toEqual(['2024-02-03', '2024-02-03']);
});

test('agrees with the calendar of JavaScript', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(fc.property(days, (date) => dateFault(date.toISOString().slice(0, 10), true) === null));
});

test("today is the local day, not that of UTC's", () => {
  expect(localDay(new Date(2026, 10, 23, 0, 5))).toBe('2026-11-23');
  expect(localDay(new Date(2026, 10, 23, 23, 55))).toBe('2026-11-23');
});

test('the last day that has begun anywhere on earth is that of UTC+14', () => {
  expect(latestDay(new Date('2026-11-23T09:59:59Z'))).toBe('2026-11-23');
  expect(latestDay(new Date('2026-11-23T10:00:00Z'))).toBe('2026-11-24');
});
