import { namesPlace } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import { describeNear, type NearSentence, nearestSentences } from '../article/nearest-sentences.ts';
import type { Claim } from '../model/ledger.ts';
import { oneLine } from '../text/escape.ts';
import { measureFor } from '../text/measure.ts';
import { Writer } from '../view/layout/writer.ts';
import { CHOICES } from './anchor-place.ts';
import type { Context } from './context.ts';

/** What was answered: a sentence, nothing for this claim, or no more questions. */
export type Choice = Sentence | 'none' | 'stop';

/** Asks, on standard error, which sentence makes each claim; answers are lines of standard input. */
export class SentenceChooser {
  private readonly context: Context;
  private readonly lines: AsyncIterator<string>;

  constructor(context: Context) {
    this.context = context;
    this.lines = context.world.readLines()[Symbol.asyncIterator]();
  }

  async ask(claim: Claim, article: ArticleText): Promise<Choice> {
    const found = candidates(claim, article);
    const { colors, world } = this.context;
    const texts = [claim.text, ...found.map(({ sentence }) => sentence.text)].map(oneLine);
    const writer = new Writer(await measureFor(texts), world.stderr.isTerminal ? world.stderr.columns : null);
    writer.hang(0, `${claim.id}: `, texts[0] as string, undefined, `${colors.name(claim.id)}: `);
    for (const [index, one] of found.entries()) {
      writer.hang(2, `${index + 1}  `, `${describeNear(one)}: ${texts[index + 1]}`);
    }
    if (found.length === 0) writer.line('  no sentence is like it');
    await this.tell(writer.text);
    if (found.length === 0) return 'none';
    for (;;) {
      await this.tell(`Which one makes the claim? 1-${found.length}, n for none, q to stop: `);
      const { value, done } = await this.lines.next();
      const answer = done ? 'q' : String(value).trim().toLowerCase();
      if (done) await this.tell('\n');
      if (answer === 'q') return 'stop';
      if (answer === 'n' || answer === '') return 'none';
      const chosen = found[Number(answer) - 1];
      if (chosen) return chosen.sentence;
    }
  }

  /** Lets go of standard input, for which the program would wait otherwise. */
  async close(): Promise<void> {
    await this.lines.return?.();
  }

  private async tell(text: string): Promise<void> {
    await this.context.world.stderr.write(text);
  }
}

/** The sentences of the paragraphs that the claim's hints name, or of the whole article; the most alike first. */
function candidates({ text, anchors }: Claim, article: ArticleText): NearSentence[] {
  const hinted = new Set(anchors.filter((one) => !namesPlace(one)).map(({ paragraph }) => paragraph));
  const within = article.sentences.filter(({ paragraph }) => paragraph !== null && hinted.has(paragraph));
  return within.length > 0
    ? nearestSentences(text, { sentences: within }, CHOICES, 0)
    : nearestSentences(text, article, CHOICES);
}
