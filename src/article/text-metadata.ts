import { readArticle } from './article.ts';
import { frontMatter } from './front-matter.ts';
import { markdownBlocks } from './markdown.ts';
import type { Metadata } from './metadata.ts';
import { dayWritten } from './page/day-written.ts';
import { distinctNames, namesIn } from './page/names.ts';
import { languageTag } from './page/page-language.ts';
import { plainWords } from './page/plain-words.ts';
import { type Found, first } from './page/told.ts';
import { plainBlocks } from './plain.ts';

/**
 * What a text says of its article: in its front matter, and by its first heading. In plain text that is its first line,
 * where that looks like one.
 * @throws RangeError if it is nested deeper than any article
 */
export async function textMetadata(text: string, isMarkdown: boolean): Promise<Metadata> {
  const matter = frontMatter(text);
  const from = 'front matter';
  const told = <T>(keys: readonly string[], of: (text: string) => T | null): Found<T> | null =>
    first(
      keys.flatMap((key) => matter.get(key) ?? []),
      (one) => {
        const value = of(one);
        return value === null ? null : { value, from };
      },
    );
  const words = (written: string) => plainWords(written) || null;
  const names = distinctNames(
    ['author', 'authors', 'by', 'byline'].flatMap((key) => matter.get(key) ?? []).flatMap(namesIn),
  );
  return {
    title: told(['title', 'headline'], words) ?? (await firstHeading(text, isMarkdown)),
    author: names.length === 0 ? null : { value: names, from },
    publisher: told(['publisher', 'publication', 'site_name'], words),
    published: told(
      ['published', 'date', 'datepublished', 'publishdate', 'pubdate'],
      (one) => dayWritten(one)?.day ?? null,
    ),
    url: told(['url', 'canonical', 'canonical_url', 'canonicalurl', 'link', 'source'], webAddress),
    language: told(['language', 'lang', 'locale'], languageTag),
    remarks: [],
  };
}

async function firstHeading(text: string, isMarkdown: boolean): Promise<Found<string> | null> {
  if (isMarkdown) {
    const heading = (await markdownBlocks(text)).find(({ isHeading }) => isHeading !== false);
    return heading === undefined ? null : { value: plainWords(heading.text), from: 'the first heading' };
  }
  const [line] = readArticle((await plainBlocks(text)).slice(0, 1), '', null).sentences;
  return line === undefined || line.paragraph !== null
    ? null
    : { value: plainWords(line.text), from: 'the first line' };
}

const webAddress = (text: string): string | null => (/^https?:\/\/\S+$/i.test(text) ? text : null);
