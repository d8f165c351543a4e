import { type Block, readArticle } from '../article/article.ts';
import { plainBlocks } from '../article/plain.ts';
import { Refusal } from '../model/refusal.ts';
import type { News } from '../rank/news.ts';
import { readBlocks } from '../store/article-file.ts';
import type { Context } from './context.ts';
import { readPage } from './take-article.ts';

/** News of several sentences, called by the first of them. */
export async function newsOfText(text: string): Promise<News> {
  const sentences = sentencesOf(await plainBlocks(text), null);
  return { text, sentences, headline: sentences[0] ?? text, url: null, publisher: null, published: null, notes: [] };
}

/**
 * The news of a page, or of a file of text, Markdown or HTML.
 * @param typed a path or an address, which is fetched
 * @throws Refusal if it cannot be read, or there is no text in it
 */
export async function newsOfPage(context: Context, typed: string): Promise<News> {
  const { kind, content, metadata, redirects } = await readPage(context, typed);
  const { title, url, publisher, published, language } = metadata;
  const sentences = sentencesOf((await readBlocks(kind, content)).blocks, language?.value ?? null);
  const [first] = sentences;
  if (first === undefined) throw new Refusal(`${typed}: no text was found in it`, 'Give its headline as text.');
  return {
    text: sentences.join(' '),
    sentences,
    headline: title?.value ?? first,
    url: url?.value ?? null,
    publisher: publisher?.value ?? null,
    published: published?.value ?? null,
    notes: redirects.map((address) => `redirected to ${address}`),
  };
}

const sentencesOf = (blocks: readonly Block[], language: string | null): string[] =>
  readArticle(blocks, '', language).sentences.map(({ text }) => text);
