import { anchorFinder } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import { describeNear, nearestSentences } from '../article/nearest-sentences.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import { ordinal, text } from '../options/values.ts';
import type { VerbOption } from './verb.ts';

/** A place in the article as typed. */
export interface PlaceOptions {
  readonly paragraph?: number;
  readonly sentence?: number;
  readonly quote?: string;
  readonly article?: string;
}

export const placeOptions: readonly VerbOption[] = [
  { flags: '--paragraph <n>', what: 'the paragraph of the article, headings not counted', parse: ordinal },
  { flags: '--sentence <n>', what: 'the sentence in that paragraph', parse: ordinal },
  { flags: '--quote <words>', what: "the article's own words", parse: text },
  { flags: '--article <file>', what: "the article's text", parse: text },
];

/** How many sentences are shown to choose from. */
export const CHOICES = 5;

export const ofSentence = ({ paragraph, sentence, digest }: Sentence): WrittenAnchor => ({
  ...(paragraph !== null && { paragraph, sentence }),
  digest,
});

/**
 * The anchor for a place as typed: a sentence by its digest, words by quote. Without the text, just what was typed.
 * @returns null where no place was typed
 * @throws Refusal where the text is at hand and does not have it, or has it several times
 */
export function anchorFor(
  { paragraph, sentence, quote }: PlaceOptions,
  article: ArticleText | null,
): WrittenAnchor | null {
  const hint: WrittenAnchor = {
    ...(paragraph !== undefined && { paragraph }),
    ...(sentence !== undefined && { sentence }),
    ...(quote !== undefined && { quote }),
  };
  if (Object.keys(hint).length === 0) return null;
  if (sentence !== undefined && paragraph === undefined && quote === undefined) {
    throw new Refusal('--sentence is counted in a paragraph', 'Give --paragraph as well.');
  }
  if (article === null) return hint;
  if (quote === undefined) {
    if (paragraph === undefined || sentence === undefined) return hint;
    const one = article.sentences.find((each) => each.paragraph === paragraph && each.sentence === sentence);
    if (!one) throw new Refusal(`the article has no ${placeName(paragraph, sentence)}`, extent(article));
    return ofSentence(one);
  }
  const place = { paragraph: paragraph ?? null, sentence: sentence ?? null, digest: null, prefix: null, suffix: null };
  const { state, span } = anchorFinder(article)({ ...place, quote });
  if (state === 'missing') throw new Refusal('the article does not have these words', ...near(quote, article));
  if (state === 'ambiguous') {
    throw new Refusal(
      'the article has these words in several places',
      'Give more of them, or --paragraph and --sentence.',
    );
  }
  const first = article.sentences[span?.first ?? 0] as Sentence;
  if (state === 'moved')
    throw new Refusal(`these words are not there, but in ${placeName(first.paragraph, first.sentence)}`);
  return { ...(first.paragraph !== null && { paragraph: first.paragraph, sentence: first.sentence }), quote };
}

/** The sentences most like a text, for the user to look at. */
export function near(wanted: string | null, article: ArticleText | null): string[] {
  if (wanted === null || article === null) return [];
  const lines = nearestSentences(wanted, article, CHOICES).map((one) => `  ${describeNear(one)}: ${one.sentence.text}`);
  return lines.length > 0 ? ['Most like it are:', ...lines] : [];
}

const placeName = (paragraph: number | null, sentence: number) =>
  paragraph === null ? 'a heading' : `paragraph ${paragraph}, sentence ${sentence}`;

const extent = ({ sentences }: ArticleText) =>
  `It has ${Math.max(0, ...sentences.map(({ paragraph }) => paragraph ?? 0))} paragraphs: see factledger coverage.`;
