import { type Block, readArticle } from '../article/article.ts';
import { plainBlocks } from '../article/plain.ts';
import { Refusal } from '../model/refusal.ts';
import { readBlocks, typedPath } from '../store/article-file.ts';
import { isFile } from '../store/disk.ts';
import type { Context } from './context.ts';
import { readPage } from './take-article.ts';
import { textFromStdin } from './text-from-stdin.ts';

/** A piece of news: a headline, a paragraph or a page. */
export interface News {
  readonly text: string;
  readonly sentences: readonly string[];
  /** What an event of it can be called. */
  readonly headline: string;
  readonly url: string | null;
  readonly publisher: string | null;
  /** The day it was published, YYYY-MM-DD. */
  readonly published: string | null;
  /** What is to be said besides. */
  readonly notes: readonly string[];
}

/** A text of at most so many characters is a headline as a whole. */
const HEADLINE = 200;
const WHAT = 'Write: factledger suggest "HEADLINE", or a file, or - for standard input, or --page FILE|URL';

/**
 * The news as it was typed: words, one word that names a file, `-` for standard input, or a page.
 * @throws Refusal if there is none, or it cannot be read
 */
export async function newsTyped(context: Context, words: readonly string[], page: string | null): Promise<News> {
  if (page !== null) {
    if (words.length > 0) throw new Refusal('a page and a text are two pieces of news', 'Give one of them.');
    return newsOfPage(context, page);
  }
  const [word, ...more] = words;
  if (word === undefined) throw new Refusal('what is the news?', WHAT);
  if (more.length === 0 && word === '-') return newsOfText(await textFromStdin(context, '<text>'));
  if (more.length === 0 && /^https?:\/\/\S+$/i.test(word)) {
    throw new Refusal('an address is fetched only where it is named as a page', `Write: --page ${word}`);
  }
  if (more.length === 0 && namesFile(context, word)) return newsOfPage(context, word);
  const text = words.join(' ').trim();
  if (text === '') throw new Refusal('what is the news? Expected text, found only blanks', WHAT);
  return newsOfText(text);
}

/** Whether one word is a file: it is there, or its name ends as that of an article's file. */
function namesFile({ world }: Context, word: string): boolean {
  if (/^\S+\.(?:txt|md|markdown|x?html?)$/i.test(word)) return true;
  try {
    return isFile(typedPath(world, word));
  } catch {
    // A text can be longer than any path.
    return false;
  }
}

async function newsOfText(text: string): Promise<News> {
  const sentences = sentencesOf(await plainBlocks(text), null);
  const headline = text.length <= HEADLINE ? sentences.join(' ') : (sentences[0] ?? text);
  return { text, sentences, headline, url: null, publisher: null, published: null, notes: [] };
}

async function newsOfPage(context: Context, typed: string): Promise<News> {
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
