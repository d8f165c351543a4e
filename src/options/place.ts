import { one } from './option.ts';
import { ordinal, text } from './values.ts';

/** A place in the article, and the article. */
export const placeOptions = {
  paragraph: one('n', ordinal, 'the paragraph of the article, headings not counted'),
  sentence: one('n', ordinal, 'the sentence in that paragraph'),
  quote: one('words', text, "the article's own words"),
  article: one('file', text, "the article's text"),
};
