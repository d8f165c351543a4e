import type { Block } from './article.ts';

/** The little that is needed of a document's nodes. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

/** How deep elements may be nested; pages seldom reach fifty. */
const DEEPEST = 500;
const TEXT = 3;
const ELEMENT = 1;
const HEADING = /^H[1-6]$/;
/** Elements within a line of text; all others begin a block of their own. */
const INLINE =
  /^(?:A|ABBR|ACRONYM|B|BDI|BDO|BIG|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|RUBY|S|SAMP|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR)$/;
/** Elements without words of the article. */
const WORDLESS = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|OBJECT|SVG|MATH|BUTTON|FORM|NAV|AUDIO|VIDEO|CANVAS|RT|RP)$/;

/**
 * The blocks of a page's article: what is around it (menus, advertisements) is left out, as a browser's reading view
 * does. Nothing in the page is run or fetched.
 * @throws RangeError if elements are nested deeper than any page's
 */
export async function htmlBlocks(html: string): Promise<Block[]> {
  // Loaded for pages only.
  const { parseHTML } = await import('linkedom');
  const { Readability } = await import('@mozilla/readability');
  const parse = (text: string) => parseHTML(/<html[\s>]/i.test(text) ? text : `<html><body>${text}</body></html>`);
  const { document } = parse(html);
  const headline = singleLine(document.querySelector('h1')?.textContent ?? '');
  if (isDeeperThan(DEEPEST, document.body as unknown as DomNode)) throw new RangeError('nested too deeply');
  const whole = blocksIn(document.body as unknown as DomNode);
  const read = new Readability(document as never).parse();
  const blocks = read?.content ? blocksIn(parse(read.content).document.body as unknown as DomNode) : whole;
  // The reading view takes the headline out, but it can be anchored.
  const hasHeadline = headline === '' || blocks.some(({ text }) => text === headline);
  return hasHeadline ? blocks : [{ text: headline, isHeading: true }, ...blocks];
}

/** Told without recursion, before what recurses gets to see the page. */
function isDeeperThan(most: number, body: DomNode): boolean {
  let level: DomNode[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap(({ childNodes }) => [...childNodes]);
  }
  return false;
}

function blocksIn(body: DomNode): Block[] {
  const blocks: Block[] = [];
  let line = '';
  const flush = (isHeading = false) => {
    const text = singleLine(line);
    if (text !== '') blocks.push({ text, isHeading });
    line = '';
  };
  const visit = (node: DomNode): void => {
    if (node.nodeType === TEXT) line += node.textContent ?? '';
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (WORDLESS.test(name)) return;
    if (name === 'BR') line += ' ';
    else if (INLINE.test(name)) for (const child of node.childNodes) visit(child);
    else {
      flush();
      for (const child of node.childNodes) visit(child);
      flush(HEADING.test(name));
    }
  };
  visit(body);
  flush();
  return blocks;
}

const singleLine = (text: string) => text.replace(/\s+/g, ' ').trim();
