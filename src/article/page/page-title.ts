import { foldTypesetting } from '../../text/fold.ts';
import type { Told } from './told.ts';

const SEPARATOR = /\s+(?:[|–—·•»«>/~]|-{1,2}|::?)\s+|\s*[|｜]\s*/gu;
const LONGEST = 500;

/** Text for comparing: letters and numbers alone, whatever their case. */
const bare = (text: string) =>
  foldTypesetting(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/**
 * The title of a page's article: its headline where the page's own descriptions hold it, without the site's name.
 * @param descriptions titles that the page gives of itself, the most trusted first
 * @param headlines the `h1` of the page
 * @param sites names of the site
 */
export function pageTitle(
  descriptions: readonly Told[],
  headlines: readonly string[],
  sites: readonly string[],
): Told | null {
  const names = sites.map(bare).filter((name) => name.length > 1);
  const isSite = (text: string) => names.includes(bare(text));
  const told = descriptions
    .map(({ text, from }) => ({ text: withoutSite(text, names), from }))
    .filter(({ text }) => text !== '' && text.length <= LONGEST && !isSite(text));
  const seen = headlines.filter((text) => bare(text) !== '' && text.length <= LONGEST && !isSite(text));
  const fits = (one: string, whole: string) => {
    const [part, all] = [bare(one), bare(whole)];
    // What stands before or after a separator may be the name of a site that does not give it otherwise.
    for (const { 0: separator, index } of whole.matchAll(SEPARATOR)) {
      if (bare(whole.slice(0, index)) === part || bare(whole.slice(index + separator.length)) === part) return true;
    }
    return part.length > 8 && all.includes(part) && part.length * 2 > all.length;
  };
  // A kicker stands before the headline, in the same `h1`.
  const underKicker = told.find(({ text, from }) =>
    seen.some((one) => from === 'og:title' && one.length > text.length && /[:|–—-]\s*$/.test(before(one, text))),
  );
  if (underKicker) return underKicker;
  const from = '<h1>';
  for (const text of seen) if (told.some((one) => bare(one.text) === bare(text))) return { text, from };
  for (const text of seen) if (told.some((one) => fits(text, one.text))) return { text, from };
  // The other way around.
  const inHeadline = told.find((one) => seen.some((text) => fits(one.text, text)));
  if (inHeadline) return inHeadline;
  const [first] = told;
  if (first === undefined) {
    const [only, ...others] = seen;
    return only !== undefined && others.length === 0 ? { text: only, from } : null;
  }
  return told.find((one) => isCutShort(first.text) && startsAlike(one.text, first.text)) ?? first;
}

/** What stands before a text at the end of another; blank where it does not stand there. */
const before = (whole: string, end: string) => (whole.endsWith(end) ? whole.slice(0, -end.length) : '');
const isCutShort = (text: string) => /(?:…|\.\.\.)$/.test(text);
const startsAlike = (one: string, short: string) => !isCutShort(one) && bare(one).startsWith(bare(short));

/** A title without the name of the site before or after it. @param names folded */
function withoutSite(title: string, names: readonly string[]): string {
  let text = title;
  for (let before = ''; before !== text; ) {
    before = text;
    for (const { 0: separator, index } of text.matchAll(SEPARATOR)) {
      const [head, tail] = [text.slice(0, index), text.slice(index + separator.length)];
      if (names.includes(bare(tail))) text = head;
      else if (names.includes(bare(head))) text = tail;
      if (text !== before) break;
    }
  }
  return text.trim();
}
