import { foldTypesetting } from '../text/fold.ts';
import { anchorDigest } from './anchor-digest.ts';
import { splitSentences } from './sentences.ts';

/**
 * A block of an article's text on one line. `isHeading` is null where its words have to tell: in plain text, and below the
 * title, where a whole sentence in a heading's type is one that readers read as text.
 */
export interface Block {
  readonly text: string;
  readonly isHeading: boolean | null;
}

/** A sentence of an article. */
export interface Sentence {
  /** From 1; null in a heading. */
  readonly paragraph: number | null;
  /** From 1, in its paragraph or heading. */
  readonly sentence: number;
  readonly text: string;
  readonly digest: string;
  /** What parts it from the sentence before: nothing, white space, or the end of a block. */
  readonly gap: '' | ' ' | '\n';
}

/** An article as it is read: its sentences in order, headings among them. */
export interface ArticleText {
  readonly sentences: readonly Sentence[];
}

/** A line of a page that is not the article's, and why. */
export interface LeftOut {
  readonly text: string;
  readonly why: string;
}

/** A stretch of an article: the indexes of the first and the last sentence, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A heading is this long at most, in UTF-16 units, if nothing but its look makes it one. */
const LONGEST_HEADING = 100;

/** A sentence terminator of any script, closing quotes and brackets after it set aside. */
const ENDS_SENTENCE = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}\p{Pi}"'\s]*$/u;

/**
 * Numbers paragraphs and sentences: from 1, headings left out.
 * @param title the article's, for a block that equals it is a heading
 * @param language a BCP 47 tag, for the ends of sentences
 */
export function readArticle(blocks: readonly Block[], title: string, language: string | null): ArticleText {
  const sentences: Sentence[] = [];
  const foldedTitle = foldTypesetting(title);
  let paragraphs = 0;
  for (const { text, isHeading } of blocks) {
    const ranges = splitSentences(text, language);
    if (ranges.length === 0) continue;
    const looksLikeHeading =
      foldTypesetting(text) === foldedTitle ||
      (ranges.length === 1 && text.trim().length <= LONGEST_HEADING && !ENDS_SENTENCE.test(text));
    const paragraph = (isHeading ?? looksLikeHeading) ? null : ++paragraphs;
    for (const [index, { start, end }] of ranges.entries()) {
      const sentence = text.slice(start, end);
      const gap = index === 0 ? '\n' : start === ranges[index - 1]?.end ? '' : ' ';
      sentences.push({ paragraph, sentence: index + 1, text: sentence, digest: anchorDigest(sentence), gap });
    }
  }
  return { sentences };
}
