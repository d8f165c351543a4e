import { webAddress } from './address.ts';
import { constructWords, Elements, written } from './elements.ts';
import { entryOf } from './entry.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { feedDay } from './feed-day.ts';
import type { XmlElement } from './xml.ts';

/** Where the day stands in 1.0 and 0.3, that of its appearance before that of a change. */
const DAYS = ['atom:published', 'atom:issued', 'atom:created', 'dc:date', 'atom:updated', 'atom:modified'];

/**
 * The feed of Atom, 1.0 (RFC 4287) or 0.3.
 * @param root `feed`, or an entry by itself
 * @param address that it came from; null for a file
 */
export function readAtom(root: XmlElement, address: string | null): Feed {
  const feed = new Elements(root, 'atom');
  const site = address ?? linkOf(feed, /^self$/, null) ?? linkOf(feed, ALTERNATE, null);
  const entries = root.name === 'entry' ? [root] : feed.all('atom:entry');
  return {
    title: root.name === 'entry' ? null : feed.first(['atom:title'], constructWords),
    entries: entries.map((entry) => entryOfElement(new Elements(entry, 'atom'), site)),
  };
}

function entryOfElement(entry: Elements, site: string | null): FeedEntry {
  return entryOf({
    title: entry.first(['atom:title'], constructWords),
    text: entry.first(['atom:summary', 'atom:content'], constructWords),
    url:
      linkOf(entry, ALTERNATE, site) ??
      entry.first(['atom:content'], ({ attributes, base }) => webAddress(attributes.get('src') ?? '', base, site)),
    date: entry.first(DAYS, (day) => feedDay(written(day))),
    id: entry.first(['atom:id'], (id) => written(id) || null),
  });
}

/** No relation is that of the page itself; some write it as IANA lists it. */
const ALTERNATE = /^(?:(?:http:\/\/www\.iana\.org\/assignments\/relation\/)?alternate)?$/i;

/** The address of a link of that relation, that of a web page first. */
function linkOf(of: Elements, relation: RegExp, site: string | null): string | null {
  const links = of.all('atom:link').filter(({ attributes }) => relation.test(attributes.get('rel')?.trim() ?? ''));
  const pages = links.filter(({ attributes }) =>
    /^(?:text\/html|application\/xhtml\+xml|)$/.test(attributes.get('type') ?? ''),
  );
  for (const { attributes, base } of [...pages, ...links]) {
    const found = webAddress(attributes.get('href') ?? '', base, site);
    if (found !== null) return found;
  }
  return null;
}
