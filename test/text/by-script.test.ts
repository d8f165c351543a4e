import { expect, test } from 'vitest';
import { LATIN, LATIN_CURRENCIES, LATIN_LETTERS, LATIN_NUMBERS } from '../../src/text/by-script.ts';

test('the letters, numbers and currencies of Latin are those of Unicode', () => {
  const letters = new RegExp(`^[${LATIN_LETTERS}]$`);
  const numbers = new RegExp(`^[${LATIN_NUMBERS}]$`);
  const currencies = new RegExp(`^[${LATIN_CURRENCIES}]$`);
  const wrong: string[] = [];
  let latin = 0;
  for (let code = 0; code < 0xd800; code++) {
    const character = String.fromCharCode(code);
    if (!LATIN.test(character) || character !== character.toLowerCase()) continue;
    latin++;
    const isAlike =
      letters.test(character) === /\p{L}/u.test(character) &&
      numbers.test(character) === /\p{N}/u.test(character) &&
      currencies.test(character) === /\p{Sc}/u.test(character);
    if (!isAlike || /\p{M}/u.test(character)) wrong.push(character);
  }
  expect(wrong).toEqual([]);
  expect(latin).toBeGreaterThan(400);
});
