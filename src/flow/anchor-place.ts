import { anchorFinder } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import { describeNear, nearestSentences } from '../article/nearest-sentences.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import { isTyped, type TypedPlace } from '../model/typed-place.ts';

/** How many sentences are shown to choose from. */
export const CHOICES = 5;

export const ofSentence = ({ paragraph, sentence, digest }: Sentence): WrittenAnchor => ({
  ...(paragraph !== null && { paragraph, sentence }),
  digest,
});

/**
 * The anchor for a place as typed: a sentence by its digest, words by quote. Without the text, just what was typed.
 * @returns null where no place was typed
 * @throws Refusal where the text is available and does not have it, or has it several times
 */
export function anchorFor(typed: TypedPlace, article: ArticleText | null): WrittenAnchor | null {
  if (!isTyped(typed)) return null;
  const { paragraph, sentence, quote } = typed;
  const hint: WrittenAnchor = {
    ...(paragraph !== null && { paragraph }),
    ...(sentence !== null && { sentence }),
    ...(quote !== null && { quote }),
  };
  if (sentence !== null && paragraph === null && quote === null) {
    throw new Refusal('--sentence is counted in a paragraph', 'Give --paragraph as well.');
  }
  if (article === null) return hint;
  if (quote === null) {
    if (paragraph === null || sentence === null) return hint;
    const one = article.sentences.find((each) => each.paragraph === paragraph && each.sentence === sentence);
    if (!one) throw new Refusal(`the article has no ${placeName(paragraph, sentence)}`, extent(article));
    return ofSentence(one);
  }
  const place = { paragraph, sentence, digest: null, digests: [], prefix: null, suffix: null };
  const { state, spans } = anchorFinder(article)({ ...place, quote });
  if (state === 'missing') throw new Refusal('the article does not have these words', ...near(quote, article));
  if (state === 'ambiguous') {
    throw new Refusal(
      'the article has these words in several places',
      'Give more of them, or --paragraph and --sentence.',
    );
  }
  const first = article.sentences[spans[0]?.first ?? 0];
  if (first === undefined) return hint;
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
