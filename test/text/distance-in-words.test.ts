import { expect, test } from 'vitest';
import { distanceInWords } from '../../src/text/distance-in-words.ts';

test.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [-1, 'yesterday'],
  [3, 'in 3 days'],
  [-13, '13 days ago'],
  [14, 'in 2 weeks'],
  [-59, '8 weeks ago'],
  [60, 'in 2 months'],
  [-365, '12 months ago'],
  [547, 'in 18 months'],
  [548, 'in 2 years'],
  [-3653, '10 years ago'],
])('%i days: %s', (days, words) => expect(distanceInWords(days)).toBe(words));
