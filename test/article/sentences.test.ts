import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { splitSentences } from '../../src/article/sentences.ts';
import { goldenOf } from './golden.ts';

const golden = goldenOf(readFileSync(new URL('./sentences.md', import.meta.url), 'utf8'));
const textsOf = (paragraph: string, language: string | null) =>
  splitSentences(paragraph, language).map(({ start, end }) => paragraph.slice(start, end));

test('the golden list is read', () => {
  expect(golden.length).toBeGreaterThan(300);
  expect(golden.filter(({ sentences }) => sentences.length > 1).length).toBeGreaterThan(200);
});

test.each(golden)('$language: $paragraph', ({ language, paragraph, sentences }) => {
  expect(textsOf(paragraph, language)).toEqual(sentences);
});

test('a tag is read by its language, in any case and with what else it says', () => {
  const paragraph = 'Am 3. Mai war frei.';
  for (const tag of ['de', 'DE', 'de-CH', 'de_AT', 'de-Latn-DE-1996']) expect(textsOf(paragraph, tag)).toHaveLength(1);
});

test('a tag that names nothing known reads as English', () => {
  const paragraph = 'Mr. Lind left. Nobody saw him.';
  for (const tag of ['', '-', 'x-klingon', 'constructor', '__proto__', 'toString', 'sv', 'und'])
    expect(textsOf(paragraph, tag)).toEqual(['Mr. Lind left.', 'Nobody saw him.']);
});

test('a foreign word does not make a paragraph foreign', () => {
  const paragraph = 'The word Россия is Russian. Mr. Lind knows.';
  expect(textsOf(paragraph, null)).toEqual(['The word Россия is Russian.', 'Mr. Lind knows.']);
});

test('offsets count UTF-16 units and leave white space out', () => {
  expect(splitSentences(' \u00a0😀 Yes.  No. \t', 'en')).toEqual([
    { start: 2, end: 9 },
    { start: 11, end: 14 },
  ]);
});

test('a sentence without letters is one, white space is none', () => {
  expect(textsOf('* * * !!! ...', 'en')).toEqual(['* * * !!! ...']);
  expect(textsOf('', 'en')).toEqual([]);
  expect(textsOf(' \n\t\u3000', null)).toEqual([]);
});

/** Pieces that make most decisions meet one another in every order. */
const PIECES =
  'Dr. U.S. etc. No. 5 3. 2019 r. г. т. е. z. B. He the The Rada — – - " “ ” „ « » ( ) [1] […] 「 」 。 ？ と . .. ... … ! ? ?! ; : , ¿ ؟ । 🎉 iPad A. I Ж. ж ა e.g. a.m. Yahoo! 1945.In ?Yes .“We .«Da .»Il ft. долл. США'.split(
    ' ',
  );
const paragraphs = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '', '\u00a0')), { maxLength: 30 })
    .map((pairs) => pairs.flat().join('')),
);
const languages = fc.constantFrom(null, 'en', 'de', 'fr', 'pl', 'ru', 'uk', 'el', 'ja', 'sv');

test('sentences hold all that is not white, in order and without overlap', () => {
  fc.assert(
    fc.property(paragraphs, languages, (paragraph, language) => {
      let at = 0;
      for (const { start, end } of splitSentences(paragraph, language)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(paragraph.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        expect(paragraph.slice(start, end).trim()).toBe(paragraph.slice(start, end));
        at = end;
      }
      expect(paragraph.slice(at).trim()).toBe('');
    }),
    { numRuns: 3000 },
  );
});

test('no sentence but an only one is without letters or digits', () => {
  fc.assert(
    fc.property(paragraphs, languages, (paragraph, language) => {
      const sentences = textsOf(paragraph, language);
      if (sentences.length > 1) for (const sentence of sentences) expect(sentence).toMatch(/[\p{L}\p{N}]/u);
    }),
    { numRuns: 3000 },
  );
});

test('a sentence by itself is one sentence, unless a bracket opened before it', () => {
  fc.assert(
    fc.property(paragraphs, fc.constantFrom('en', 'de', 'pl', 'ru', 'el', 'hi'), (paragraph, language) => {
      const whole = textsOf(paragraph, language).filter((sentence) => !/[)\]}）」』]/.test(sentence));
      for (const sentence of whole) expect(textsOf(sentence, language)).toEqual([sentence]);
    }),
    { numRuns: 3000 },
  );
});

describe('work grows with the length only', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** How many times text is searched, and how many characters all that is found has. */
  function workOn(paragraph: string): { searches: number; characters: number } {
    const exec = RegExp.prototype.exec;
    const work = { searches: 0, characters: 0 };
    vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text: string) {
      const found = exec.call(this, text);
      work.searches++;
      work.characters += found?.[0].length ?? 0;
      return found;
    });
    splitSentences(paragraph, 'en');
    vi.restoreAllMocks();
    return work;
  }

  test.each([
    '.',
    '. ',
    'a. ',
    'A. ',
    'a',
    ' ',
    '(',
    '()',
    'a(',
    'a)',
    '.[1',
    '."',
    '? «',
    '. — ',
    '.😀',
    '。「',
    'z. B. ',
    'He left. ',
    '(He left. ',
    '12. ',
    '?Yes',
    '.“We',
    '1945.In ',
    '5 ft. ',
    '! ',
    '.. ',
  ])('%j again and again', (piece) => {
    const half = workOn(piece.repeat(500));
    const whole = workOn(piece.repeat(1000));
    expect(whole.searches).toBeLessThanOrEqual(2.05 * half.searches + 50);
    expect(whole.characters).toBeLessThanOrEqual(2.05 * half.characters + 1000);
  });

  test('a megabyte of one sign is one sentence', () => {
    for (const sign of ['.', 'a', '!', '(', '。', '🎉'])
      expect(splitSentences(sign.repeat(1 << 20), null)).toHaveLength(1);
  });
});
