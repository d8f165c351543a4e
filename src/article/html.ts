import type { Block, LeftOut } from './article.ts';
import { findAround, headingAround, isHidden, type Page } from './body/box.ts';

/** A page's article: its blocks in order, and the lines around it that were left out, each with why. */
export interface HtmlArticle {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The blocks of a page's article, without what stands around it: menus, related articles, comments. Nothing in the page
 * is run or fetched.
 * @throws RangeError if elements are nested deeper than any page's
 */
export async function readHtml(html: string): Promise<HtmlArticle> {
  const { articleLines } = await import('./body/article-lines.ts');
  return articleLines(await linesOf(html));
}

/** The blocks of a piece of HTML that is all text of an article. @throws RangeError as above */
export async function htmlBlocks(html: string): Promise<Block[]> {
  const { lines } = await linesOf(html);
  return lines
    .filter(({ box }) => findAround(box, ({ attributes }) => isHidden(attributes)) === null)
    .map(({ text, box }) => ({ text, isHeading: headingAround(box) }));
}

/** Loaded for pages only. */
async function linesOf(html: string): Promise<Page> {
  const { readLines } = await import('./body/read-lines.ts');
  return readLines(html);
}
