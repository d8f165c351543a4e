import { Refusal } from '../model/refusal.ts';
import type { News } from '../rank/news.ts';
import { isFile } from '../store/disk.ts';
import { typedPath } from '../store/typed-path.ts';
import type { Context } from './context.ts';
import { textFromStdin } from './text-from-stdin.ts';

/** A line of at most so many characters is a headline as a whole. */
const HEADLINE = 200;
const WHAT =
  'Write: factledger suggest "HEADLINE", or a file, or - for standard input, or --page FILE|URL, or --feed FILE|URL';

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
    throw new Refusal(
      'an address is fetched only where it is named as a page or a feed',
      `Write: --page ${word}, or --feed`,
    );
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
  if (text.length > HEADLINE || text.includes('\n')) return (await import('./long-news.ts')).newsOfText(text);
  return { text, sentences: [text], headline: text, url: null, publisher: null, published: null, notes: [] };
}

/** What reads pages is loaded for them alone. */
const newsOfPage = async (context: Context, typed: string): Promise<News> =>
  (await import('./long-news.ts')).newsOfPage(context, typed);
