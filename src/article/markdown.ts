import type { Nodes } from 'mdast';
import type { Block } from './article.ts';

/** Settings that other programs put before the text; to CommonMark they would be a heading. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** The blocks of Markdown as CommonMark sees them: paragraphs, those of lists and quotations too, and headings. */
export async function markdownBlocks(text: string): Promise<Block[]> {
  // Loaded for Markdown only.
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  return blocksIn(fromMarkdown(text.replace(FRONT_MATTER, '')));
}

function blocksIn(node: Nodes): Block[] {
  if (node.type === 'heading' || node.type === 'paragraph') {
    const text = textIn(node).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ text, isHeading: node.type === 'heading' }];
  }
  return 'children' in node ? node.children.flatMap(blocksIn) : [];
}

/** The words of a block; pictures and markup have none. */
function textIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textIn).join('') : '';
}
