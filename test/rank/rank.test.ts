import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSpellings, roomFor, STRIDE, spellingsIn } from '../../src/rank/find-spellings.ts';
import { foldForRanking } from '../../src/rank/fold-for-ranking.ts';
import { piecesOf } from '../../src/rank/pieces.ts';
import { queryOf } from '../../src/rank/query.ts';
import { rankClaims } from '../../src/rank/rank-claims.ts';
import { rankSentences } from '../../src/rank/rank-sentences.ts';
import { Spellings } from '../../src/rank/spellings.ts';
import { wordMatches } from '../../src/rank/word-matches.ts';
import { wordsOf } from '../../src/rank/words.ts';

const allWords = (text: string) => spellingsIn(text).flatMap(wordsOf);

test.each([
  ['Łukaszenka', 'lukaszenka'],
  ['Лукашенко', 'lukashenko'],
  ['Щедрий', 'shchedrii'],
  ['Їжак', 'izhak'],
  ['Ёлка', 'elka'],
  ['объявить', 'obyavit'],
  ['Μητσοτάκης', 'mitsotakis'],
  ['Straße', 'strasse'],
  ['ﬁnance', 'finance'],
  ['รัฐบาล', 'รัฐบาล'],
  ['सरकार', 'सरकार'],
  ['ガス', 'ガス'],
])('%s is compared as %s', (word, folded) => {
  expect(foldForRanking(word)).toBe(folded.normalize('NFC'));
});

test.each([
  ['The budget of 1,000,000 zł, up 2,5%', ['budget', '1000000', 'zl', 'up', '2.5']],
  ['1.5 and 1.500', ['1.5', '1500']],
  ['天然气价格', ['天然', '然气', '气价', '价格']],
  ['ガス料金 up', ['ガス', 'ス料', '料金', 'up']],
  ['รัฐบาล', ['รัฐบ', 'ัฐบา', 'ฐบาล']],
  ['the and of', []],
  ['', []],
])('the words of %j', (text, words) => {
  expect(allWords(text)).toEqual(words);
});

test('pieces of four letters, with the ends of the word marked', () => {
  expect(piecesOf('gas')).toEqual(['_gas', 'gas_']);
  expect(piecesOf('a')).toEqual(['_a_']);
  expect(piecesOf('price')).toEqual(['_pri', 'pric', 'rice', 'ice_']);
});

const CLAIMS = [
  { text: 'The harbour will reopen by 31 March.', tags: ['transport'], verdicts: [] },
  {
    text: 'The constitution will be changed within two years.',
    tags: [],
    verdicts: [{ evidence: ['assembly'], withdrawn: null }],
  },
  { text: 'Gas will cost 127 dollars.', tags: ['energy'], verdicts: [{ evidence: ['assembly'], withdrawn: {} }] },
];
const EVENTS = [
  { id: 'assembly', title: 'The assembly of delegates meets', sources: [{ title: 'Делегаты в Минске' }] },
];

const ranked = (sentence: string, events = EVENTS) =>
  rankClaims(sentence, CLAIMS, events).map(({ claim }) => CLAIMS.indexOf(claim));

test('a claim is found by a word that is like one of its own', () => {
  expect(ranked('A constitutional referendum is announced')[0]).toBe(1);
  expect(ranked('Harbours open')[0]).toBe(0);
});

test('a claim is found by what it rests on, in another alphabet too, unless that verdict is withdrawn', () => {
  expect(ranked('Delegates to meet again in May')).toEqual([1]);
  expect(ranked('Делегаты')).toEqual([1]);
  expect(ranked('Delegates to meet again in May', [])).toEqual([]);
});

test('what has nothing in common is not ranked, and function words are nothing', () => {
  expect(ranked('Football')).toEqual([]);
  expect(ranked('The of and')).toEqual([]);
  expect(ranked('')).toEqual([]);
  expect(rankClaims('Gas', [])).toEqual([]);
});

test('sentences by a claim, best first, equal ones in their order', () => {
  const sentences = [
    { text: 'It rained all day.' },
    { text: 'Talks on gas went on.' },
    { text: 'The price of gas rises.' },
    { text: 'Talks on gas went on.' },
  ];
  const found = rankSentences('Gas prices will rise.', sentences);
  expect(found.map(({ sentence }) => sentences.indexOf(sentence))).toEqual([2, 1, 3]);
  expect(found[1]?.score).toBe(found[2]?.score);
});

test('a long text has a passage from each sentence on, of whole sentences', () => {
  const sentence = (word: string) => `${`${word} `.repeat(14).trim()}.`;
  expect(queryOf([sentence('aa'), sentence('bb')]).passages).toEqual([]);
  const { passages, words } = queryOf([sentence('aa'), sentence('bb'), sentence('cc'), sentence('dd')]);
  expect(passages.map(({ words: indexes }) => indexes.map((at) => words[at]))).toEqual([
    ['aa', 'bb'],
    ['bb', 'cc'],
    ['cc', 'dd'],
  ]);
  expect(passages[0]?.text).toBe(`${sentence('aa')} ${sentence('bb')}`);
});

test('what is common is told with its spelling and its likeness', () => {
  const query = queryOf(['Die Prüfungen der Verträge, 1.000 mal']);
  const gains = new Map(query.words.map((_, at) => [at, at + 1]));
  expect(wordMatches(query, gains, ['Prüfung des Vertrags: 1000', 'Prüf'])).toEqual([
    { query: '1.000', claim: '1000', likeness: 1, gain: 3 },
    { query: 'verträge', claim: 'vertrags', likeness: 0.875, gain: 2 },
    { query: 'prüfungen', claim: 'prüfung', likeness: 0.875, gain: 1 },
  ]);
});

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{N}\p{M}]+/gu;

test('words are found by scanning as by the pattern for all scripts', () => {
  for (let code = 0; code < 0x2200; code++) {
    const text = `a${String.fromCharCode(code)}b`;
    expect(spellingsIn(text), `U+${code.toString(16)}`).toEqual(text.match(WORD) ?? []);
  }
  const characters = fc.constantFrom(...'aZéßø0189.,-_ ²¼×÷’“ſƀ', '\u0301', 'ж', '港', 'ก', '🙂');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 12 }), (some) => {
      const text = some.join('');
      expect(spellingsIn(text)).toEqual(text.match(WORD) ?? []);
    }),
    { numRuns: 2000 },
  );
});

test('spellings are known by their characters, however many there are', () => {
  const spellings = new Spellings();
  const text = Array.from({ length: 20_000 }, (_, at) => `word${at}`).join(' ');
  const numbers = () => {
    const found = new Int32Array(roomFor(text));
    return Array.from({ length: findSpellings(text, found) / STRIDE }, (_, at) => {
      const [start = 0, end = 0, hash = 0] = found.subarray(STRIDE * at);
      return spellings.numberOf(text, start, end, hash);
    });
  };
  const first = numbers();
  expect(first).toEqual(Array.from(first, (_, at) => at));
  expect(numbers()).toEqual(first);
});
