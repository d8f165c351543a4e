import type { Nodes } from 'mdast';
import type { Block } from './article.ts';
import { htmlBlocks } from './html.ts';
import { withoutFrontMatter } from './without-front-matter.ts';

/** What no article has, and what takes a parser minutes: quotations within quotations, thousands of open brackets. */
const ABSURD = /^(?:[ \t]*>){100}|^(?:[^[\n]*\[){2000}/m;

/** Stands for a footnote's mark until it is known what comes after it; Markdown has no such character. */
const MARK = '\0';

/**
 * The blocks of Markdown as CommonMark and GitHub see them: paragraphs, those of lists, quotations and footnotes too,
 * headings, and the cells of tables. Struck text, footnote marks and code blocks are no text; HTML is read as HTML.
 * @throws RangeError where it is nested deeper than any article
 */
export async function markdownBlocks(text: string): Promise<Block[]> {
  if (ABSURD.test(text)) throw new RangeError('nested too deeply');
  const blocks: Block[] = [];
  for (const node of blockNodesIn(await parse(withoutFrontMatter(text)))) {
    const isHeading = node.type === 'heading' && (node.depth === 1 || null);
    const hasMarkup = node.type === 'html' || hasHtml(node);
    const texts = hasMarkup ? await htmlBlocks(htmlOf(node)) : [{ text: textIn(node), isHeading }];
    for (const one of texts) {
      const words = withoutMarks(one.text).replace(/\s+/g, ' ').trim();
      if (words !== '') blocks.push({ text: words, isHeading: isHeading === false ? one.isHeading : isHeading });
    }
  }
  return blocks;
}

/** Loaded for Markdown only. */
async function parse(text: string): Promise<Nodes> {
  const [{ fromMarkdown }, table, footnote, strikethrough, tables, footnotes, strikes] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('micromark-extension-gfm-footnote'),
    import('micromark-extension-gfm-strikethrough'),
    import('mdast-util-gfm-table'),
    import('mdast-util-gfm-footnote'),
    import('mdast-util-gfm-strikethrough'),
  ]);
  return fromMarkdown(text, {
    extensions: [
      table.gfmTable(),
      footnote.gfmFootnote(),
      // Between single tildes, "5~10 and 20~30" would lose words.
      strikethrough.gfmStrikethrough({ singleTilde: false }),
    ],
    mdastExtensions: [
      tables.gfmTableFromMarkdown(),
      footnotes.gfmFootnoteFromMarkdown(),
      strikes.gfmStrikethroughFromMarkdown(),
    ],
  });
}

function blockNodesIn(node: Nodes): Nodes[] {
  if (/^(?:heading|paragraph|tableCell|html)$/.test(node.type)) return [node];
  return 'children' in node ? node.children.flatMap(blockNodesIn) : [];
}

const hasHtml = (node: Nodes): boolean =>
  node.type === 'html' || ('children' in node && node.children.some((child) => hasHtml(child)));

/** The words of a block; pictures, markup and what is struck have none. */
function textIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'footnoteReference') return MARK;
  return 'children' in node && node.type !== 'delete' ? node.children.map(textIn).join('') : '';
}

/** A block that has HTML in it, as HTML: links too, for one in `sup` is the mark of a note. */
function htmlOf(node: Nodes): string {
  if (node.type === 'html') return node.value;
  if (!('children' in node) || node.type === 'delete') return textIn(node).replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const inner = node.children.map(htmlOf).join('');
  return node.type === 'link' || node.type === 'linkReference' ? `<a href="#">${inner}</a>` : inner;
}

/** A mark goes with the space before it where punctuation comes next; between two sentences, it stood for the space. */
const withoutMarks = (text: string): string =>
  text
    .replace(/\s*\0+(?=[.,;:!?)])/g, '')
    .replace(/(?<=[.!?…”"»)])\0+(?=\p{Lu})/gu, ' ')
    .replaceAll(MARK, '');
