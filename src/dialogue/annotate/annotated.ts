import type { ArticleText } from '../../article/article.ts';
import { type CoveredSentence, counted, coverArticle, isAccountedFor, isCounted } from '../../article/coverage.ts';
import { anchorOfRange, ofSentence } from '../../flow/anchor-place.ts';
import type { ReadLedger } from '../../flow/read-ledgers.ts';
import { Refusal } from '../../model/refusal.ts';
import type { WrittenAnchor } from '../../model/shape.ts';
import { isWithdrawn } from '../../model/status.ts';
import { describeRange, isWithin } from '../../model/typed-place.ts';
import { place } from '../../options/place.ts';
import { defined } from '../../text/defined.ts';
import type { Stand } from '../answer-verb.ts';

/** An article that is being annotated, seen from one of its sentences. */
export interface Annotated extends Stand {
  readonly article: ArticleText;
  /** What accounts for each sentence, headings included; `at` is an index of these. */
  readonly sentences: readonly CoveredSentence[];
  /** Why sentences were skipped last in this run; null where none was. */
  readonly reason: string | null;
  /** YYYY-MM-DD */
  readonly today: string;
  /** How a claim is named to the user. */
  readonly nameOf: (id: string) => string;
}

/**
 * An article at its first sentence that nothing accounts for, or at its start.
 * @throws Refusal if it has no sentences
 */
export function annotated(
  target: ReadLedger,
  article: ArticleText,
  today: string,
  nameOf: Annotated['nameOf'],
): Annotated {
  if (!article.sentences.some(isOfBody)) throw new Refusal('the article’s text has no sentences to annotate');
  const start = { target, article, sentences: cover(target, article, today), at: -1, reason: null, today, nameOf };
  return { ...start, at: nextOpen(start, -1) ?? start.sentences.findIndex(isOfBody) };
}

/** The same where the ledger is another one now. */
export const renewed = <S extends Annotated>(state: S, target: ReadLedger): S => ({
  ...state,
  target,
  sentences: cover(target, state.article, state.today),
});

function cover({ ledger }: ReadLedger, article: ArticleText, today: string): readonly CoveredSentence[] {
  return coverArticle({ ...ledger, claims: ledger.claims.filter((one) => !isWithdrawn(one, today)) }, article)
    .sentences;
}

/** Whether a sentence is in no heading. */
export const isOfBody = ({ paragraph }: Pick<CoveredSentence, 'paragraph'>): boolean => paragraph !== null;

/** Whether nothing accounts for a sentence that counts. */
export const isOpen = (one: CoveredSentence): boolean => isCounted(one) && !isAccountedFor(one);

/** The indexes of the first and the last sentence of the paragraph, or heading, that a sentence is in. */
export function blockOf({ sentences }: Pick<Annotated, 'sentences'>, at: number): readonly [number, number] {
  const opens = ({ sentence }: CoveredSentence) => sentence === 1;
  const next = sentences.findIndex((one, index) => index > at && opens(one));
  const first = sentences.findLastIndex((one, index) => index <= at && opens(one));
  return [first, (next === -1 ? sentences.length : next) - 1];
}

/** The index of the open sentence after another one, from the start again where there is none; null where none is open. */
export function nextOpen({ sentences }: Pick<Annotated, 'sentences'>, after: number): number | null {
  const later = sentences.findIndex((one, index) => index > after && isOpen(one));
  const next = later === -1 ? sentences.findIndex(isOpen) : later;
  return next === -1 ? null : next;
}

/** As people name the place of a sentence. */
export const placeOf = ({ paragraph, sentence }: Pick<CoveredSentence, 'paragraph' | 'sentence'>): string =>
  paragraph === null ? 'heading' : `${paragraph}.${sentence}`;

/** The sentences that an answer is about. */
export interface Here {
  readonly place: string;
  /** Indexes, in order; one at least. */
  readonly indexes: readonly [number, ...number[]];
  readonly anchor: WrittenAnchor;
  readonly text: string;
}

/**
 * The sentences at a place as typed, or the one at hand.
 * @param about null where no place was typed
 * @throws Refusal if the article has no such place
 */
export function hereOf({ article, at }: Annotated, about: string | null): Here {
  if (about === null) {
    const sentence = defined(article.sentences[at]);
    return { place: placeOf(sentence), indexes: [at], anchor: ofSentence(sentence), text: sentence.text };
  }
  const range = place(about);
  const anchor = anchorOfRange(range, article);
  const [first, ...others] = [...article.sentences.keys()].filter((index) =>
    isWithin(range, defined(article.sentences[index])),
  );
  if (first === undefined) throw new Error(`${about} was found and holds no sentence`);
  const text = [first, ...others].map((index) => defined(article.sentences[index]).text).join(' ');
  return { place: describeRange(range), indexes: [first, ...others], anchor, text };
}

/** How far the work is: `7 of 35 sentences accounted for`. */
export function progressOf({ sentences }: Annotated): string {
  const { total, covered, skipped } = counted(sentences);
  return `${covered + skipped} of ${total} sentences accounted for`;
}
