import { Parser } from 'htmlparser2';
import { plainLine } from '../text/plain-line.ts';

/** Elements within a line: what stands on both sides of them may be one word. */
export const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)$/;
/** Elements whose text is not for readers. */
const WORDLESS = /^(?:script|style|template|svg|noscript)$/;
/** A reference to a character, as HTML writes it. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/** The words of HTML on one line. References that were written twice (`&amp;quot;`) are read twice; tags are not. */
export const htmlWords = (html: string): string => plainWords(/[<&]/.test(html) ? parsed(html) : html);

/** The words of a text without markup on one line, in which references were written all the same. */
export const plainWords = (text: string): string => plainLine(text.replace(REFERENCE, parsed));

/** The words of a text that may be HTML or not: where an element is closed, it is. */
export const anyWords = (text: string): string => (/<\/[a-z]+\s*>/i.test(text) ? htmlWords(text) : plainWords(text));

function parsed(html: string): string {
  let text = '';
  let wordless = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (WORDLESS.test(name)) wordless++;
      else if (!INLINE.test(name)) text += ' ';
    },
    ontext(piece) {
      if (wordless === 0) text += piece;
    },
    onclosetag(name) {
      if (WORDLESS.test(name)) wordless--;
      else if (!INLINE.test(name)) text += ' ';
    },
  });
  parser.end(html);
  return text;
}
