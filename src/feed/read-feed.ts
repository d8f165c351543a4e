import { Refusal } from '../model/refusal.ts';
import { looksLikePage } from '../text/looks-like-page.ts';
import { readAtom } from './atom.ts';
import type { Feed } from './feed.ts';
import { feedsOfPage } from './feeds-of-page.ts';
import { readJsonFeed } from './json-feed.ts';
import { readRss } from './rss.ts';
import { readXml } from './xml.ts';

/** How many of a page's feeds are told. */
const TOLD = 5;

/**
 * Reads a feed: RSS 0.90 to 2.0, Atom 0.3 and 1.0, JSON Feed 1 and 1.1.
 * @param name of the feed, as shown to people
 * @param address that it came from, which its own addresses are relative to; null for a file
 * @throws Refusal if it is none, not whole, or not safe to read
 */
export function readFeed(text: string, name: string, address: string | null): Feed {
  const start = text
    .slice(0, 1024)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '') throw new Refusal(`${name}: the feed is empty`);
  if (/^[[{]/.test(start)) return readJsonFeed(text.replace(/^\uFEFF/, ''), name, address);
  if (looksLikePage(text)) throw pageInstead(text, name, address);
  const root = readXml(text, name, address);
  const { vocabulary, name: kind } = root ?? {};
  if (root && kind === 'rss') return readRss(root, address);
  if (root && kind === 'rdf' && vocabulary === 'rdf') return readRss(root, address);
  if (root && kind === 'channel' && (vocabulary === 'rss' || vocabulary === null)) return readRss(root, address);
  if (root && /^(?:feed|entry)$/.test(root.name) && (vocabulary === 'atom' || vocabulary === null))
    return readAtom(root, address);
  const what = kind === undefined ? '' : `: it is XML of another kind (<${kind}>)`;
  throw new Refusal(`${name}: no feed${what}`, 'A feed is RSS, Atom or JSON Feed.');
}

function pageInstead(html: string, name: string, address: string | null): Refusal {
  const feeds = feedsOfPage(html, address).slice(0, TOLD);
  const advice =
    feeds.length === 0
      ? 'It names no feed. To look at the page itself, give it with --page.'
      : `It names ${feeds.length === 1 ? 'this feed' : 'these feeds'}: ${feeds.join(', ')}`;
  return new Refusal(`${name}: a web page, no feed`, advice);
}
