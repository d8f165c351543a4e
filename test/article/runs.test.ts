import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorDigest } from '../../src/article/anchor-digest.ts';
import { type AnchorPlace, anchorFinder } from '../../src/article/anchors.ts';
import { readArticle, type Sentence } from '../../src/article/article.ts';

const NOWHERE: AnchorPlace = {
  paragraph: null,
  sentence: null,
  digest: null,
  digests: [],
  quote: null,
  prefix: null,
  suffix: null,
};

/** Paragraphs of letters, each of them a sentence `It is a.`; a word in capitals is a heading. */
const articleOf = (text: string) =>
  readArticle(
    text.split('/').map((paragraph) => {
      const words = /^[A-Z]+$/.test(paragraph) ? paragraph : Array.from(paragraph, sentence).join(' ');
      return { text: words, isHeading: null };
    }),
    'T',
    'en',
  );

const sentence = (letter: string) => `It is ${letter}oo.`;

/** Where a run of letters is found in an article: the letters of the places, in order, `-` for one that is lost. */
function placed(article: string, run: string, hint: Partial<AnchorPlace> = {}) {
  const read = articleOf(article);
  const digests = Array.from(run, (letter) => anchorDigest(sentence(letter)));
  const { state, spans, lost } = anchorFinder(read)({ ...NOWHERE, digests, ...hint });
  const at = spans.map(({ first }) => {
    const { paragraph, sentence: number } = read.sentences[first] ?? { paragraph: 0, sentence: 0 };
    return paragraph === null ? 'h' : `${paragraph}.${number}`;
  });
  return [state, at.join(' '), lost.map(({ index }) => index).join(' ')];
}

describe('a run of digests', () => {
  test.each<[what: string, article: string, run: string, string[], hint?: Partial<AnchorPlace>]>([
    ['as it stands', 'abcd', 'bc', ['exact', '1.2 1.3', '']],
    ['across paragraphs', 'ab/cd', 'bc', ['exact', '1.2 2.1', '']],
    ['across a heading that is not in it', 'ab/NEWS/cd', 'bc', ['exact', '1.2 2.1', '']],
    ['where the hint says', 'ab/cd', 'cd', ['exact', '2.1 2.2', ''], { paragraph: 2, sentence: 1 }],
    ['elsewhere than the hint says', 'ab/cd', 'cd', ['moved', '2.1 2.2', ''], { paragraph: 1, sentence: 1 }],
    ['with a sentence edited in its middle', 'abxde', 'abcde', ['missing', '1.1 1.2 1.4 1.5', '2']],
    ['with its first sentence edited', 'xbc', 'abc', ['missing', '1.2 1.3', '0']],
    ['with its last sentence edited', 'abx', 'abc', ['missing', '1.1 1.2', '2']],
    ['with a sentence dropped', 'abd', 'abcd', ['missing', '1.1 1.2 1.3', '2']],
    ['with a sentence put in', 'abxcd', 'abcd', ['exact', '1.1 1.2 1.4 1.5', '']],
    ['with a paragraph put in', 'ab/vwxyz/cd', 'abcd', ['exact', '1.1 1.2 3.1 3.2', '']],
    ['cut into paragraphs anew', 'a/b/c', 'abc', ['exact', '1.1 2.1 3.1', '']],
    ['gone', 'xyz', 'ab', ['missing', '', '0 1']],
    ['a sentence that stands elsewhere, too', 'yayb', 'ayb', ['exact', '1.2 1.3 1.4', '']],
    ['an edited sentence that stands elsewhere', 'y/axb', 'ayb', ['missing', '2.1 2.3', '1']],
    [
      'an edited first sentence that stands far before',
      'y/abcdefg/xh',
      'yh',
      ['missing', '3.2', '0'],
      { paragraph: 3 },
    ],
    ['an edited last sentence that stands far off', 'abx/efghijk/y', 'aby', ['missing', '1.1 1.2', '2']],
    ['twice', 'ab/ab', 'ab', ['ambiguous', '', '']],
    ['twice, and the hint decides', 'ab/ab', 'ab', ['exact', '2.1 2.2', ''], { paragraph: 2, sentence: 1 }],
    ['twice, and a paragraph decides', 'ab/ab', 'ab', ['exact', '2.1 2.2', ''], { paragraph: 2 }],
    ['twice, once without its end', 'abx/abc', 'abc', ['exact', '2.1 2.2 2.3', '']],
    [
      'twice with an edited start, and the hint decides',
      'xbc/ybc',
      'abc',
      ['missing', '2.2 2.3', '0'],
      { paragraph: 2, sentence: 1 },
    ],
    ['one sentence over and over', 'aaaa', 'aaa', ['ambiguous', '', '']],
    [
      'one sentence over and over, from the hint on',
      'aaaa',
      'aaa',
      ['exact', '1.2 1.3 1.4', ''],
      { paragraph: 1, sentence: 2 },
    ],
    ['one sentence as often as it stands', 'aaa', 'aaa', ['exact', '1.1 1.2 1.3', '']],
    ['one sentence more often than it stands', 'ba', 'baa', ['missing', '1.1 1.2', '2']],
    ['a repeated sentence that its neighbour decides', 'aa/bac', 'xac', ['missing', '2.2 2.3', '0']],
    ['of one', 'abc', 'b', ['exact', '1.2', '']],
    ['of one that stands twice', 'bab', 'b', ['ambiguous', '', '']],
  ])('%s', (_, article, run, expected, hint) => {
    expect(placed(article, run, hint)).toEqual(expected);
  });

  test('and a quote must agree', () => {
    expect(placed('abc/d', 'bc', { quote: 'It is coo' })[0]).toBe('exact');
    expect(placed('abc/d', 'bc', { quote: 'It is doo' })).toEqual(['missing', '', '']);
    expect(placed('abc/d', 'bc', { digest: anchorDigest(sentence('c')) })[0]).toBe('exact');
    expect(placed('abc/d', 'bc', { digest: anchorDigest(sentence('a')) })[0]).toBe('missing');
  });

  test('of sentences that another splitter saw as one', () => {
    const digests = ['It is aoo. It is boo.', 'It is coo.', 'It is doo. It is eoo.'].map(anchorDigest);
    const { state, spans } = anchorFinder(articleOf('abcde/f'))({ ...NOWHERE, digests });
    expect({ state, spans }).toEqual({
      state: 'exact',
      spans: [
        { first: 0, last: 1 },
        { first: 2, last: 2 },
        { first: 3, last: 4 },
      ],
    });
  });

  test('tells what a lost sentence stood after', () => {
    const digests = Array.from('abc', (letter) => anchorDigest(sentence(letter)));
    const { lost } = anchorFinder(articleOf('axc'))({ ...NOWHERE, digests });
    expect(lost).toMatchObject([{ index: 1, after: { paragraph: 1, sentence: 1 } }]);
  });

  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const article = fc.shuffledSubarray(letters, { minLength: 6 }).map((all) => all.join(''));

  test('whatever is edited, is lost itself, and nothing else is', () => {
    fc.assert(
      fc.property(article, fc.array(fc.boolean(), { minLength: 26, maxLength: 26 }), fc.nat(), (text, edits, cut) => {
        const size = 2 + (cut % (text.length - 2));
        const start = cut % (text.length - size + 1);
        const run = text.slice(start, start + size);
        // One sentence at least stays, else there is nothing to find.
        const isEdited = (at: number) => at >= start && at < start + size && at !== start + (cut % size) && edits[at];
        const now = Array.from(text, (letter, at) => (isEdited(at) ? `x${letter}` : letter));
        const read = readArticle([{ text: now.map(sentence).join(' '), isHeading: false }], 'T', 'en');
        const digests = Array.from(run, (letter) => anchorDigest(sentence(letter)));
        const { spans, lost } = anchorFinder(read)({ ...NOWHERE, digests });
        const kept = Array.from(run, (_, index) => index).filter((index) => !isEdited(start + index));
        expect(spans.map(({ first }) => first)).toEqual(kept.map((index) => start + index));
        expect(lost).toHaveLength(size - kept.length);
      }),
    );
  });

  test('where sentences repeat, what is placed has the digest, in order, each sentence once', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '/'), { minLength: 4, maxLength: 40 });
    const run = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(few, run, (text, wanted) => {
        const read = articleOf(
          text
            .join('')
            .replace(/^\/+|\/+$/g, '')
            .replace(/\/+/g, '/') || 'a',
        );
        const digests = wanted.map((letter) => anchorDigest(sentence(letter)));
        const { state, spans, lost } = anchorFinder(read)({ ...NOWHERE, digests });
        if (state === 'ambiguous') return;
        const isLost = new Set(lost.map(({ index }) => index));
        const found = digests.filter((_, index) => !isLost.has(index));
        expect(spans.map(({ first }) => read.sentences[first]?.digest)).toEqual(found);
        expect(spans.every(({ first }, at) => at === 0 || first > (spans[at - 1]?.last ?? -1))).toBe(true);
      }),
    );
  });

  test('of ten thousand sentences that are nearly all the same is answered at once', () => {
    const same = Array.from({ length: 10_000 }, (_, index) => read('It is so.', index + 2));
    const sentences = [read('It was so.', 1), ...same];
    const digests = sentences.map(({ digest }) => digest);
    const start = performance.now();
    expect(anchorFinder({ sentences })({ ...NOWHERE, digests: digests.slice(1) }).state).toBe('ambiguous');
    expect(anchorFinder({ sentences })({ ...NOWHERE, digests }).state).toBe('exact');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

const read = (text: string, number: number): Sentence => ({
  paragraph: 1,
  sentence: number,
  text,
  digest: anchorDigest(text),
  gap: ' ',
});
