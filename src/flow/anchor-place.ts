import { anchorFinder } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import { describePlace } from '../article/nearest-sentence.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import { describeRange, isTyped, isWithin, type PlaceRange, type TypedPlace } from '../model/typed-place.ts';
import { rankSentences } from '../rank/rank-sentences.ts';
import { defined } from '../text/defined.ts';

const NO_TEXT = 'Give it with --article FILE.';

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
    const place = { paragraph, sentence };
    return anchorOfRange({ first: place, last: place }, article);
  }
  const place = { paragraph, sentence, digest: null, digests: [], prefix: null, suffix: null };
  const { state, spans } = anchorFinder(article)({ ...place, quote });
  if (state === 'missing') {
    const near = rankSentences(quote, article.sentences).map(({ sentence: one }) => one);
    throw new Refusal('the article does not have these words', ...mostLike(near));
  }
  if (state === 'ambiguous') {
    throw new Refusal(
      'the article has these words in several places',
      'Give more of them, or --paragraph and --sentence.',
    );
  }
  const first = article.sentences[spans[0]?.first ?? 0];
  if (first === undefined) return hint;
  if (state === 'moved') throw new Refusal(`these words are not there, but in ${describePlace(first)}`);
  return { ...(first.paragraph !== null && { paragraph: first.paragraph, sentence: first.sentence }), quote };
}

/**
 * The anchor for a place or a run as typed: one sentence by its digest, several by theirs, headings left out. Without
 * the text, a hint.
 * @throws Refusal where the text does not reach that far, or is not there to tell what is in a run
 */
export function anchorOfRange(range: PlaceRange, article: ArticleText | null): WrittenAnchor {
  const { first, last } = range;
  const isOne = first.paragraph === last.paragraph && first.sentence === last.sentence;
  if (article === null) {
    if (!isOne) throw new Refusal(`what is in ${describeRange(range)}? A run needs the article’s text`, NO_TEXT);
    return { paragraph: first.paragraph, ...(first.sentence !== null && { sentence: first.sentence }) };
  }
  const within = sentencesOf(range, article);
  const [start] = within;
  if (start === undefined || within.length === 1) return ofSentence(defined(start));
  const isWhole = isOne && first.sentence === null;
  return {
    paragraph: first.paragraph,
    ...(!isWhole && { sentence: start.sentence }),
    digests: within.map(({ digest }) => digest),
  };
}

/**
 * The sentences in a place or a run as typed, those of headings left out.
 * @throws Refusal where the text does not reach that far
 */
export function sentencesOf(range: PlaceRange, article: ArticleText): Sentence[] {
  for (const end of [range.first, range.last]) {
    const isThere = article.sentences.some((one) => isWithin({ first: end, last: end }, one));
    if (isThere) continue;
    const missing =
      end.sentence === null ? `paragraph ${end.paragraph}` : describePlace({ ...end, sentence: end.sentence });
    throw new Refusal(`the article has no ${missing}`, extent(article, end.paragraph));
  }
  return article.sentences.filter((one) => isWithin(range, one));
}

/** The first of some sentences, for the user to look at. */
export function mostLike(sentences: readonly Sentence[]): string[] {
  const lines = sentences.slice(0, CHOICES).map((one) => `  ${describeSentence(one)}`);
  return lines.length > 0 ? ['Most like it are:', ...lines] : [];
}

/** A sentence with its place. */
export const describeSentence = (one: Sentence): string => `${describePlace(one)}: ${one.text}`;

/** What the article has in place of what was typed. */
function extent({ sentences }: ArticleText, paragraph: number): string {
  const count = sentences.filter((one) => one.paragraph === paragraph).length;
  const paragraphs = sentences.findLast((one) => one.paragraph !== null)?.paragraph ?? 0;
  const has =
    count > 0
      ? `Paragraph ${paragraph} has ${counted(count, 'sentence')}`
      : `It has ${counted(paragraphs, 'paragraph')}`;
  return `${has}: see factledger coverage.`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
