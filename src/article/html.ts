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
/** Elements that stand in lines of their own; all others are parts of one. */
const BLOCK =
  /^(?:HTML|BODY|ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CAPTION|CENTER|DD|DETAILS|DIALOG|DIR|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|LEGEND|LI|MAIN|MENU|NAV|OL|P|PRE|SEARCH|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/;
/** Elements without words of the article. */
const WORDLESS =
  /^(?:HEAD|TITLE|META|LINK|SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|OBJECT|SVG|MATH|BUTTON|INPUT|SELECT|TEXTAREA|NAV|ASIDE|FOOTER|AUDIO|VIDEO|CANVAS|RT|RP)$/;
/** In a page of fewer characters, the reading view has too little to go by: what there is, is the article. */
const SHORT = 2000;

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
  const page: DomNode = document.documentElement;
  if (isDeeperThan(DEEPEST, page)) throw new RangeError('nested too deeply');
  const articles: Iterable<DomNode> = document.querySelectorAll('article');
  const [article, ...more] = articles;
  const whole = blocksIn(article && more.length === 0 ? article : page);
  const isShort = whole.reduce((sum, { text }) => sum + text.length, 0) < SHORT;
  const read = isShort ? null : new Readability(document).parse();
  const view = read?.content ? blocksIn(parse(read.content).document.documentElement) : [];
  const blocks = view.length > 0 ? view : whole;
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
    if (node.nodeType === TEXT) line += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (WORDLESS.test(name)) return;
    if (name === 'BR') {
      // Two of them part paragraphs.
      if (/\n\s*$/.test(line)) flush();
      else line += '\n';
    } else if (!BLOCK.test(name)) for (const child of node.childNodes) visit(child);
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
