import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reversed, spliced } from '../../src/yaml/splice.ts';

/** A text in stretches, some of which give way to another. */
const stretches = fc.array(fc.record({ old: fc.string(), by: fc.option(fc.string()) }));

test('splices put text in place of other text, and reversed ones take it back', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const before = all.map(({ old }) => old).join('');
      let at = 0;
      const splices = all.flatMap(({ old, by }) => {
        const start = at;
        at += old.length;
        return by === null ? [] : [{ start, end: at, text: by }];
      });
      const after = spliced(before, splices);
      expect(after).toBe(all.map(({ old, by }) => by ?? old).join(''));
      expect(spliced(after, reversed(before, splices))).toBe(before);
    }),
  );
});
