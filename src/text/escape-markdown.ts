import { oneLine } from './escape.ts';

/** What Markdown, or GitHub's, gives a meaning in the middle of a line. */
const SPECIAL = /[\\`*_[\]~|$^!]/g;

/** A blank without width, between what would otherwise become a link or call somebody. */
const BREAK = '\u200b';

/**
 * Text of one line as Markdown that says just that, whoever wrote it: no markup, no HTML, no link. Services make links of
 * names (`@name`), numbers (`#12`, `GH-12`) and addresses in what Markdown shows, escaped or not, and send mail to who is
 * named; what has no width in between keeps them from it.
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(SPECIAL, '\\$&')
    .replace(/[@#]/g, `$&${BREAK}`)
    .replace(/:(?=\/\/)|\b(?:www|GH|mailto|xmpp)(?=[.:-])/gi, `$&${BREAK}`)
    // At the start of a line, a list or a heading would begin.
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}${BREAK}` : `\\${start}`));

/** Text in a code span, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const safe = oneLine(text);
  const longest = safe.match(/`+/g)?.reduce((most, { length }) => Math.max(most, length), 0) ?? 0;
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${safe}${fence}` : `${fence} ${safe} ${fence}`;
}

/** A link, where the address is one of the web; the label alone where it is not. */
export function markdownLink(label: string, address: string | null): string {
  const text = escapeMarkdown(label);
  if (address === null || !/^https?:\/\/\S+$/i.test(address)) return text;
  const safe = address.toWellFormed().replace(/[^\w.~:/?#@!$&'*+,;=%-]/gu, percentEncoded);
  // Where an address seems to hold a character reference, it is none.
  return `[${text}](${safe.replace(/&(?=#?\w+;)/g, '&amp;')})`;
}

/** A character of an address; brackets as well, which would end a link. */
const percentEncoded = (character: string) =>
  encodeURIComponent(character).replace(/[()]/, (bracket) => (bracket === '(' ? '%28' : '%29'));
