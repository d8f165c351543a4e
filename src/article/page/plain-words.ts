import { Parser } from 'htmlparser2';

/** Controls, and characters that reorder or hide what is shown; a name or a title has none. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ud800-\udfff]/gu;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** What a page says, as words on one line: markup and references that were put in as text are read as such. */
export function plainWords(text: string): string {
  let words = text;
  // Some write references twice: `&amp;quot;`.
  for (let times = 0; times < 2 && /&#?\w+;|<\/?[a-z]/i.test(words); times++) words = textOf(words);
  return words.replace(UNSEEN, '').replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim();
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
