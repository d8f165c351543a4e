import { expect, test } from 'vitest';
import type { ArticleText, Sentence } from '../../src/article/article.ts';
import { SentenceChooser } from '../../src/flow/choose-sentence.ts';
import type { Context } from '../../src/flow/context.ts';
import { place } from '../../src/options/place.ts';

const sentence = (text: string, at: number): Sentence => ({
  paragraph: 1,
  sentence: at + 1,
  gap: ' ',
  text,
  digest: `sha256-${at}`,
});

/** What is asked where so many sentences are likely, and these lines are answered. */
async function asked(count: number, ...lines: readonly string[]) {
  const sentences = Array.from({ length: count }, (_, at) => sentence(`Ferry ${at} sails.`, at));
  const prompts: string[] = [];
  async function* readLines() {
    yield* lines;
  }
  const ask = { page: async () => {}, prompt: async (text: string) => void prompts.push(text) };
  const chooser = new SentenceChooser({ ask, world: { readLines } } as unknown as Context, place);
  const article = { sentences } as unknown as ArticleText;
  const choice = await chooser.ask({ id: 'one', text: 'A ferry.' }, sentences, article);
  return { prompts, choice };
}

test.each([0, 1, 5, 9])('what can be answered fits 60 columns: %i sentences', async (count) => {
  const { prompts, choice } = await asked(count, 'n');
  expect(choice).toBe('none');
  expect(prompts).toHaveLength(1);
  for (const text of prompts) expect(text.length).toBeLessThan(60);
});

test('a number chooses, words look, the end of the input stops', async () => {
  expect((await asked(3, '2')).choice).toMatchObject({ paragraph: 1, sentence: 2 });
  expect((await asked(3, 'whale', 'ferry', '1')).prompts).toHaveLength(3);
  expect((await asked(3)).choice).toBe('stop');
});
