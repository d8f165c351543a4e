import { Refusal } from '../model/refusal.ts';
import type { PlaceRange, SentencePlace } from '../model/typed-place.ts';
import { one } from './option.ts';
import { ordinal, text } from './values.ts';

/** A place in the article, and the article. */
export const placeOptions = {
  paragraph: one('n', ordinal, 'the paragraph of the article, headings not counted'),
  sentence: one('n', ordinal, 'the sentence in that paragraph'),
  quote: one('words', text, "the article's own words"),
  article: one('file', text, "the article's text"),
};

const ADVICE = 'Write a paragraph, 3, a sentence of one, 2.1, or a run, 2.3-3.2 or 5-9';

/**
 * A place typed as `3`, a paragraph, `2.1`, a sentence of one, or a run of either, `5-9` and `2.3-3.2`.
 * @throws Refusal if it is something else, or a run that ends before it starts
 */
export const place = (typed: string): PlaceRange => readPlace(typed, `${ADVICE}.`);

/** A place, or the word `all`. */
export const placeOrAll = (typed: string): PlaceRange | 'all' =>
  typed === 'all' ? 'all' : readPlace(typed, `${ADVICE}, or all.`);

function readPlace(typed: string, advice: string): PlaceRange {
  const [start = '', end = start, ...more] = typed.split(/[-–]/);
  const [first, last] = [readOne(start), readOne(end)];
  if (first === null || last === null || more.length > 0) {
    throw new Refusal(`expected a place in the article, found ${JSON.stringify(typed)}`, advice);
  }
  if ((first.sentence === null) !== (last.sentence === null)) {
    throw new Refusal(
      `a run goes from sentence to sentence or from paragraph to paragraph, found ${JSON.stringify(typed)}`,
      'Write 2.3-3.2, or 5-9.',
    );
  }
  if (last.paragraph < first.paragraph || (last.paragraph === first.paragraph && isBefore(last, first))) {
    throw new Refusal(`${JSON.stringify(typed)} ends before it starts`, `Write ${end}-${start}.`);
  }
  return { first, last };
}

const isBefore = (one: SentencePlace, other: SentencePlace) => (one.sentence ?? 0) < (other.sentence ?? 0);

function readOne(typed: string): SentencePlace | null {
  const [, paragraph, sentence] = /^([1-9]\d{0,14})(?:\.([1-9]\d{0,14}))?$/.exec(typed) ?? [];
  if (paragraph === undefined) return null;
  return { paragraph: Number(paragraph), sentence: sentence === undefined ? null : Number(sentence) };
}
