import type { ArticleText, Sentence } from '../article/article.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import type { PlaceRange } from '../model/typed-place.ts';
import { rankSentences } from '../rank/rank-sentences.ts';
import { type Block, hang, line, styled } from '../view/page.ts';
import { anchorOfRange, CHOICES, describeSentence, ofSentence } from './anchor-place.ts';
import type { Context } from './context.ts';

/** What was answered: an anchor, nothing for this claim, or no more questions. */
export type Choice = WrittenAnchor | 'none' | 'stop';

/** A sentence or a run as typed, told from the number of a choice and from words. */
const PLACE = /^[1-9]\d*(?:\.[1-9]\d*)?[-–][1-9]\d*(?:\.[1-9]\d*)?$|^[1-9]\d*\.[1-9]\d*$/;

/** Asks, on standard error, where the article makes each claim; answers are lines of standard input. */
export class SentenceChooser {
  private readonly context: Context;
  private readonly readPlace: (typed: string) => PlaceRange;
  private readonly lines: AsyncIterator<string>;

  /** @param readPlace reads a place as it is typed */
  constructor(context: Context, readPlace: (typed: string) => PlaceRange) {
    this.context = context;
    this.readPlace = readPlace;
    this.lines = context.world.readLines()[Symbol.asyncIterator]();
  }

  /** @param likely the sentences to choose from, the likeliest first */
  async ask(
    claim: { readonly id: string; readonly text: string },
    likely: readonly Sentence[],
    article: ArticleText,
  ): Promise<Choice> {
    const { ask } = this.context;
    let shown = likely.slice(0, CHOICES);
    await ask.page([hang(0, [styled(claim.id, 'name'), ': '], claim.text), ...choices(shown)]);
    for (;;) {
      // Short enough for 60 columns: a prompt is broken within words.
      await ask.prompt(`Where? ${numbers(shown)}a place (3.1), words to find, n none, q stop: `);
      const { value, done } = await this.lines.next();
      const answer = done ? 'q' : value.trim();
      if (done) await ask.page([line()]);
      if (/^q$/i.test(answer)) return 'stop';
      if (/^n?$/i.test(answer)) return 'none';
      const chosen = shown[Number(answer) - 1];
      if (chosen) return ofSentence(chosen);
      if (PLACE.test(answer)) {
        const typed = await this.placeTyped(answer, article);
        if (typed !== null) return typed;
        continue;
      }
      const found = rankSentences(answer, article.sentences).slice(0, CHOICES);
      if (found.length > 0) shown = found.map(({ sentence }) => sentence);
      await ask.page(found.length > 0 ? choices(shown) : [line('  no sentence has such words')]);
    }
  }

  /** Lets go of standard input, for which the program would wait otherwise. */
  async close(): Promise<void> {
    await this.lines.return?.();
  }

  /** The anchor for a place as typed; null once it was said what is wrong with it. */
  private async placeTyped(typed: string, article: ArticleText): Promise<WrittenAnchor | null> {
    try {
      return anchorOfRange(this.readPlace(typed), article);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.context.ask.page([error.message, ...error.advice].map((text) => line(`  ${text}`)));
      return null;
    }
  }
}

/** The sentences to choose from, numbered. */
const choices = (sentences: readonly Sentence[]): Block[] =>
  sentences.map((one, index) => hang(2, `${index + 1}  `, describeSentence(one)));

const numbers = ({ length }: readonly Sentence[]): string =>
  length === 0 ? '' : length === 1 ? '1, ' : `1-${length}, `;
