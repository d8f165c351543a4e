import { expect, test } from 'vitest';
import { edgeAfter, edgeBefore, graphemesOf, nextEdge } from '../../src/terminal/graphemes.ts';

test.each(['', 'a', 'é👩‍👩‍👧‍👦🇵🇱🇵🇱รัฐบาล ก็ 한국 \r\n x', 'न्क्षि', '\ud83d', 'a\udc00b', '👩‍'])(
  'the edges of %j',
  (text) => {
    const edges = [0];
    for (const character of graphemesOf(text)) edges.push((edges.at(-1) ?? 0) + character.length);
    for (let at = 0; at <= text.length; at++) {
      expect(edgeBefore(text, at)).toBe(edges.findLast((edge) => edge < at) ?? 0);
      expect(edgeAfter(text, at)).toBe(edges.find((edge) => edge > at) ?? text.length);
      expect(nextEdge(text, at)).toBe(edges.find((edge) => edge >= at));
    }
  },
);

test('an edge in a long text is found without looking at all of it', () => {
  const text = 'word '.repeat(20_000);
  const start = performance.now();
  for (let at = 0; at < 100; at++) edgeBefore(text, text.length - at);
  // Looking at all of it took a second each time.
  expect(performance.now() - start).toBeLessThan(5_000);
});
