import { namesPlace } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import { describeNear, type NearSentence, nearestSentences } from '../article/nearest-sentences.ts';
import type { Claim } from '../model/ledger.ts';
import { hang, line, type Page, styled } from '../view/page.ts';
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
    const { ask } = this.context;
    await ask.page(question(claim, found));
    if (found.length === 0) return 'none';
    for (;;) {
      await ask.prompt(`Which one makes the claim? 1-${found.length}, n for none, q to stop: `);
      const { value, done } = await this.lines.next();
      const answer = done ? 'q' : value.trim().toLowerCase();
      if (done) await ask.page([line()]);
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
}

/** The claim with the sentences to choose from. */
function* question(claim: Claim, found: readonly NearSentence[]): Page {
  yield hang(0, [styled(claim.id, 'name'), ': '], claim.text);
  for (const [index, one] of found.entries()) {
    yield hang(2, `${index + 1}  `, `${describeNear(one)}: ${one.sentence.text}`);
  }
  if (found.length === 0) yield line('  no sentence is like it');
}

/** The sentences of the paragraphs that the claim's hints name, or of the whole article; the most alike first. */
function candidates({ text, anchors }: Claim, article: ArticleText): NearSentence[] {
  const hinted = new Set(anchors.filter((one) => !namesPlace(one)).map(({ paragraph }) => paragraph));
  const within = article.sentences.filter(({ paragraph }) => paragraph !== null && hinted.has(paragraph));
  return within.length > 0
    ? nearestSentences(text, { sentences: within }, CHOICES, 0)
    : nearestSentences(text, article, CHOICES);
}
