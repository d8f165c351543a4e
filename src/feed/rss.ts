import { webAddress } from './address.ts';
import { constructWords, Elements, wordsOf, written } from './elements.ts';
import { entryOf } from './entry.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { feedDay } from './feed-day.ts';
import type { XmlElement } from './xml.ts';

/** Where the day stands, that of its appearance before that of a change. */
const DAYS = ['rss:pubdate', 'dc:date', 'dc:issued', 'dc:created', 'atom:published', 'atom:updated', 'dc:modified'];

/**
 * The feed of RSS: 0.90 and 1.0 (RDF, the entries beside the channel), 0.91 to 2.0 (in it).
 * @param root `rss`, `RDF`, or a channel by itself
 * @param address that it came from; null for a file
 */
export function readRss(root: XmlElement, address: string | null): Feed {
  const around = new Elements(root, 'rss');
  const [first] = around.all('rss:channel');
  const channel = first ? new Elements(first, 'rss') : around;
  const list = channel.all('rss:items').map((items) => new Elements(items, 'rss'));
  const items = [...new Set([channel, around, ...list])].flatMap((one) => one.all('rss:item'));
  // A feed that is a file is known by the site that it is of.
  const site = channel.first(['rss:link'], (link) => webAddress(written(link), link.base));
  return {
    title: channel.first(['rss:title', 'dc:title'], wordsOf),
    entries: items.map((item) => entryOfItem(new Elements(item, 'rss'), address ?? site)),
  };
}

function entryOfItem(item: Elements, site: string | null): FeedEntry {
  const addressOf = (text: string, { base }: XmlElement) => webAddress(text, base, site);
  const about = item.of.attributes.get('about')?.trim() || null;
  const guid = item.first(['rss:guid'], (one) => written(one) || null);
  return entryOf({
    title: item.first(['rss:title', 'dc:title'], wordsOf) ?? item.first(['atom:title'], constructWords),
    text:
      item.first(['rss:description', 'content:encoded', 'dc:description'], wordsOf) ??
      item.first(['atom:summary', 'atom:content'], constructWords),
    url:
      item.first(['rss:link'], (link) => addressOf(written(link), link)) ??
      item.first(['rss:guid'], permalink(site)) ??
      item.first(['atom:link'], (link) =>
        /^(?:alternate)?$/.test(link.attributes.get('rel') ?? '')
          ? addressOf(link.attributes.get('href') ?? '', link)
          : null,
      ) ??
      webAddress(about ?? '', item.of.base, site),
    date: item.first(DAYS, (day) => feedDay(written(day))),
    id: guid ?? about,
  });
}

/** The address that an entry's name is (isPermaLink, which is true where nothing is said). */
const permalink =
  (site: string | null) =>
  (guid: XmlElement): string | null => {
    const said = guid.attributes.get('ispermalink')?.trim().toLowerCase();
    if (said === 'false') return null;
    return said === 'true' ? webAddress(written(guid), guid.base, site) : webAddress(written(guid));
  };
