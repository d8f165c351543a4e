import type { Nodes } from 'mdast';
import type { Block } from './article.ts';

/** Settings that other programs put before the text; to CommonMark they would be a heading. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?=[\w-]+:)[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;

/** What no article has, and what takes a parser minutes: quotations within quotations, thousands of open brackets. */
const ABSURD = /^(?:[ \t]*>){100}|^(?:[^[\n]*\[){2000}/m;

/**
 * The blocks of Markdown as CommonMark sees them: paragraphs, those of lists and quotations too, and headings.
 * @throws RangeError where it is nested deeper than any article
 */
export async function markdownBlocks(text: string): Promise<Block[]> {
  if (ABSURD.test(text)) throw new RangeError('nested too deeply');
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
  if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) return ' ';
  return 'children' in node ? node.children.map(textIn).join('') : '';
}
