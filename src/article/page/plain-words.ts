import { Parser } from 'htmlparser2';
import { plainLine } from '../../text/plain-line.ts';

/** What a page says, as words on one line: markup and references that were put in as text are read as such. */
export function plainWords(text: string): string {
  let words = text;
  // Some write references twice: `&amp;quot;`.
  for (let times = 0; times < 2 && /&#?\w+;|<\/?[a-z]/i.test(words); times++) words = textOf(words);
  return plainLine(words);
}

function textOf(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext(piece) {
      text += piece;
    },
  });
  parser.end(html);
  return text;
}
