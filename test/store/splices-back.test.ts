import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splicesBack } from '../../src/store/splices-back.ts';
import { spliced } from '../../src/yaml/splice.ts';

const lines = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'é\r\n', '𝒳𝒴\n', '𝒳z\n', '- id: x\n', 'no end', '\ufeff'), {
  maxLength: 40,
});
const text = fc.oneof(
  lines.map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
/** A text, and what becomes of it where a few of its lines are changed. */
const edited = fc
  .tuple(lines, fc.array(fc.tuple(fc.nat(40), fc.nat(4), lines), { maxLength: 4 }))
  .map(([all, changes]) => {
    const now = [...all];
    for (const [at, count, put] of changes) now.splice(at, count, ...put.slice(0, 3));
    return [all.join(''), now.join('')] as const;
  });

test.each([
  ['any two texts', fc.tuple(text, text)],
  ['a text and its edit', edited],
])('they turn one text into the other, in order and in bounds: %s', (_, pairs) => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const splices = splicesBack(before, after);
      expect(spliced(after, JSON.parse(JSON.stringify(splices)))).toBe(before);
      let at = 0;
      for (const { start, end } of splices) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThanOrEqual(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(after.length);
      if (before === after) expect(splices).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});

test('an insertion into a large text keeps no text, wherever it stands', () => {
  const large = Array.from({ length: 200_000 }, (_, n) => `  - id: claim-${n}\n`).join('');
  for (const at of [0, 65_536, 1_000_003, large.length]) {
    const after = `${large.slice(0, at)}new: line\n${large.slice(at)}`;
    const splices = splicesBack(large, after);
    expect(splices.map((one) => one.text)).toEqual(['']);
    expect(spliced(after, splices)).toBe(large);
  }
});

test('changes far apart keep the changed lines alone', () => {
  const before = Array.from({ length: 30_000 }, (_, n) => `line ${n}\n`);
  const after = before.map((line, n) => (n % 1000 === 7 ? `changed ${n}\n` : line));
  after.splice(20_500, 200);
  const splices = splicesBack(before.join(''), after.join(''));
  expect(spliced(after.join(''), splices)).toBe(before.join(''));
  expect(splices).toHaveLength(31);
  expect(JSON.stringify(splices).length).toBeLessThan(6_000);
});
