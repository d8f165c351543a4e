import { plainLine } from '../text/plain-line.ts';
import type { FeedEntry } from './feed.ts';

/** What a feed says of an entry, each null where it says nothing. */
interface Told {
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly date: string | null;
  readonly id: string | null;
}

/** How much of a title and of a text is kept, in UTF-16 units. */
const LONGEST_TITLE = 300;
const LONGEST_TEXT = 4_000;
/** How much of a text stands for a title, in UTF-16 units. */
const FIRST_WORDS = 80;

/** An entry by what a feed says of it: what names it and what tells it from others is found for each. */
export function entryOf({ title, text, url, date, id }: Told): FeedEntry {
  const name =
    title !== null
      ? cut(title, LONGEST_TITLE)
      : text !== null
        ? cut(text, FIRST_WORDS)
        : cut(plainLine(url ?? id ?? ''), LONGEST_TITLE);
  return { title: name, text: text && cut(text, LONGEST_TEXT), url, date, id: id ?? url ?? `${name}\n${date ?? ''}` };
}

/** The beginning of a text, up to the end of a word where it has any. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${/\s/.test(start.slice(most / 2)) ? start.replace(/\s+\S*$/, '') : start} …`;
}
