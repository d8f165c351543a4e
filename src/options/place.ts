import { Refusal } from '../model/refusal.ts';
import type { SentencePlace } from '../model/typed-place.ts';
import { one } from './option.ts';
import { ordinal, text } from './values.ts';

/** A place in the article, and the article. */
export const placeOptions = {
  paragraph: one('n', ordinal, 'the paragraph of the article, headings not counted'),
  sentence: one('n', ordinal, 'the sentence in that paragraph'),
  quote: one('words', text, "the article's own words"),
  article: one('file', text, "the article's text"),
};

/** A place typed as `3`, a paragraph, or `2.1`, a sentence of one; or the word `all`. */
export function placeOrAll(typed: string): SentencePlace | 'all' {
  if (typed === 'all') return 'all';
  const [, paragraph, sentence] = /^([1-9]\d*)(?:\.([1-9]\d*))?$/.exec(typed) ?? [];
  if (paragraph === undefined) {
    throw new Refusal(
      `expected a place, found ${JSON.stringify(typed)}`,
      'Write a paragraph, 3, a sentence of one, 2.1, or all.',
    );
  }
  return { paragraph: Number(paragraph), sentence: sentence === undefined ? null : Number(sentence) };
}
