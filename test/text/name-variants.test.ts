import { expect, test } from 'vitest';
import { NameVariants } from '../../src/text/name-variants.ts';

test('of several names that one may be, the one with initials is told before the one with a slip', () => {
  for (let round = 0; round < 2; round++) {
    const variants = new NameVariants();
    expect(variants.add('J. Harrison')).toBe(null);
    expect(variants.add('John Harison')).toBe(null);
    expect(variants.add('John Harrison')).toBe('J. Harrison');
    expect(variants.add('John Harrison')).toBe(null);
  }
});
