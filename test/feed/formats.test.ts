import { expect, test } from 'vitest';
import type { Feed } from '../../src/feed/feed.ts';
import { readFeed } from '../../src/feed/read-feed.ts';

const WHERE = 'https://news.example/feeds/all.xml';

interface Case {
  readonly feed: string;
  /** null for a file. */
  readonly address?: string | null;
  readonly title?: string | null;
  /** Of each entry, what is to be looked at. */
  readonly entries: readonly Partial<Feed['entries'][number]>[];
}

const CASES: Readonly<Record<string, Case>> = {
  'RSS 2.0': {
    feed: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel>
  <title>Harbour Gazette</title>
  <link>https://news.example/</link>
  <image><title>A logo</title><url>https://news.example/logo.png</url></image>
  <item>
    <media:title>A picture of a pier</media:title>
    <title>Dredger leaves the harbour</title>
    <link>https://news.example/dredger</link>
    <guid isPermaLink="false">1201</guid>
    <pubDate>Tue, 12 Mar 2024 23:30:00 -0500</pubDate>
    <dc:creator>A. Writer</dc:creator>
    <description><![CDATA[<p>It was <b>two weeks</b> late.</p><p>Ferries sail again.</p>]]></description>
    <content:encoded><![CDATA[<p>The whole article.</p>]]></content:encoded>
  </item>
</channel></rss>`,
    title: 'Harbour Gazette',
    entries: [
      {
        title: 'Dredger leaves the harbour',
        text: 'It was two weeks late. Ferries sail again.',
        url: 'https://news.example/dredger',
        date: '2024-03-12',
        id: '1201',
      },
    ],
  },
  'RSS 1.0': {
    feed: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>Gazette</title><link>https://news.example/</link>
  <items><rdf:Seq><rdf:li rdf:resource="https://news.example/1"/></rdf:Seq></items></channel>
<image><title>Logo</title></image>
<item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link>
  <dc:date>2024-03-12T08:00:00+01:00</dc:date></item>
</rdf:RDF>`,
    title: 'Gazette',
    entries: [{ title: 'One', url: 'https://news.example/1', date: '2024-03-12', id: 'https://news.example/1' }],
  },
  'RSS 1.0 with prefixes of its own': {
    feed: `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
<s:channel><s:title>Gazette</s:title></s:channel><s:item r:about="u1"><s:title>One</s:title><d:date>2024-03-12</d:date></s:item></r:RDF>`,
    title: 'Gazette',
    entries: [{ title: 'One', date: '2024-03-12', id: 'u1' }],
  },
  'RSS 0.90': {
    feed: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
<channel><title>Old</title></channel><item><title>One</title><link>http://news.example/1</link></item></rdf:RDF>`,
    title: 'Old',
    entries: [{ title: 'One', url: 'http://news.example/1', date: null, id: 'http://news.example/1' }],
  },
  'RSS 0.91 with its DOCTYPE': {
    feed: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Caf&eacute;</title><item><title>Na&iuml;ve</title><link>http://news.example/1</link></item></channel></rss>`,
    title: 'Café',
    entries: [{ title: 'Naïve' }],
  },
  'RSS 0.92, entries without titles': {
    feed: `<rss version="0.92"><channel><title>Log</title><item><description>Two ferries sailed today, and the harbour master was pleased with how it all went in the end.</description></item></channel></rss>`,
    entries: [
      {
        title: 'Two ferries sailed today, and the harbour master was pleased with how it all …',
        text: 'Two ferries sailed today, and the harbour master was pleased with how it all went in the end.',
        url: null,
      },
    ],
  },
  'RSS with entries beside the channel, and none in a namespace': {
    feed: '<rss version="2.0"><channel><title>T</title></channel><item><title>One</title></item></rss>',
    entries: [{ title: 'One' }],
  },
  'RSS in a namespace': {
    feed: '<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>T</title><item><title>One</title></item></channel></rss>',
    entries: [{ title: 'One' }],
  },
  'RSS in an unknown namespace': {
    feed: '<rss version="2.0" xmlns="urn:example:ours"><channel><title>T</title><item><title>One</title></item></channel></rss>',
    entries: [{ title: 'One' }],
  },
  'RSS with prefixes that are not declared': {
    feed: '<rss version="2.0"><channel><item><title>One</title><dc:date>2024-03-12</dc:date><media:title>Two</media:title></item></channel></rss>',
    title: null,
    entries: [{ title: 'One', date: '2024-03-12' }],
  },
  'RSS with capitals of its own': {
    feed: '<RSS version="2.0"><Channel><Item><Title>One</Title><PubDate>12 Mar 2024</PubDate></Item></Channel></RSS>',
    entries: [{ title: 'One', date: '2024-03-12' }],
  },
  'RSS with links of Atom': {
    feed: `<rss version="2.0" xmlns:a10="http://www.w3.org/2005/Atom"><channel><a10:link rel="self" href="https://news.example/f"/>
<item><title>One</title><a10:link rel="self" href="https://news.example/self"/><a10:link href="https://news.example/1"/><a10:updated>2024-03-12T01:00:00Z</a10:updated></item></channel></rss>`,
    entries: [{ url: 'https://news.example/1', date: '2024-03-12' }],
  },
  'a guid that is an address': {
    feed: `<rss version="2.0"><channel>
<item><title>One</title><guid>https://news.example/1</guid></item>
<item><title>Two</title><guid isPermaLink="false">https://news.example/2</guid></item>
<item><title>Three</title><guid isPermaLink="true">/3</guid></item>
<item><title>Four</title><guid>4</guid></item>
<item><title>Five</title><link></link><guid>https://news.example/5</guid></item></channel></rss>`,
    entries: [
      { url: 'https://news.example/1' },
      { url: null, id: 'https://news.example/2' },
      { url: 'https://news.example/3' },
      { url: null, id: '4' },
      { url: 'https://news.example/5' },
    ],
  },
  'an entry without a name of its own': {
    feed: '<rss version="2.0"><channel><item><title>One</title><pubDate>12 Mar 2024</pubDate></item><item><link>https://news.example/2</link></item></channel></rss>',
    entries: [{ id: 'One\n2024-03-12' }, { title: 'https://news.example/2', text: null, id: 'https://news.example/2' }],
  },
  'relative addresses in RSS': {
    feed: `<rss version="2.0" xml:base="https://base.example/a/"><channel><item><title>One</title><link>b</link></item>
<item xml:base="c/"><title>Two</title><link>d?e=1&amp;f=2</link></item></channel></rss>`,
    entries: [{ url: 'https://base.example/a/b' }, { url: 'https://base.example/a/c/d?e=1&f=2' }],
  },
  'relative addresses in a file': {
    feed: '<rss version="2.0"><channel><link>https://site.example/x/</link><item><title>One</title><link>/1</link></item></channel></rss>',
    address: null,
    entries: [{ url: 'https://site.example/1' }],
  },
  'relative to nothing': {
    feed: '<rss version="2.0"><channel><item><title>One</title><link>/1</link></item></channel></rss>',
    address: null,
    entries: [{ url: null }],
  },
  'addresses that are not of the web': {
    feed: `<rss version="2.0"><channel><item><title>One</title><link>javascript:alert(1)</link></item>
<item><title>Two</title><link>
  https://news.example/2
</link></item><item><title>Three</title><link>//cdn.example/3</link></item><item><title>Four</title><link>https://news.example/a b</link></item></channel></rss>`,
    entries: [
      { url: null },
      { url: 'https://news.example/2' },
      { url: 'https://cdn.example/3' },
      { url: 'https://news.example/a%20b' },
    ],
  },
  'Atom 1.0': {
    feed: `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/a/">
<title>Gazette</title><link rel="self" href="https://news.example/atom"/><updated>2024-03-13T00:00:00Z</updated>
<entry><id>tag:news.example,2024:1</id><title type="html">Dredger &lt;em&gt;leaves&lt;/em&gt; AT&amp;amp;T</title>
  <link rel="enclosure" href="sound.mp3"/><link rel="alternate" type="application/json" href="1.json"/><link rel="alternate" type="text/html" href="1"/>
  <updated>2024-03-13T00:00:00Z</updated><published>2024-03-12T23:59:00-11:00</published>
  <source><id>other</id><title>Another feed</title><updated>2020-01-01T00:00:00Z</updated></source>
  <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long</p><p>text</p></div></content></entry></feed>`,
    title: 'Gazette',
    entries: [
      {
        title: 'Dredger leaves AT&T',
        text: 'Short.',
        url: 'https://news.example/a/1',
        date: '2024-03-12',
        id: 'tag:news.example,2024:1',
      },
    ],
  },
  'Atom with a prefix': {
    feed: `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:id>x</a:id><a:title>One</a:title><a:link href="/p"/><a:updated>2024-01-02T23:30:00-05:00</a:updated></a:entry></a:feed>`,
    entries: [{ title: 'One', url: 'https://news.example/p', date: '2024-01-02', id: 'x' }],
  },
  'Atom without a namespace': {
    feed: '<feed><title>T</title><entry><title>One</title></entry></feed>',
    entries: [{ title: 'One' }],
  },
  'an entry of Atom by itself': {
    feed: '<entry xmlns="http://www.w3.org/2005/Atom"><title>One</title><id>x</id></entry>',
    title: null,
    entries: [{ title: 'One', id: 'x' }],
  },
  'Atom in XHTML': {
    feed: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml"><entry>
<title type="xhtml"><x:div>Use of <x:b>1 &lt; 2</x:b> &amp;c<x:br/>here</x:div></title></entry></feed>`,
    entries: [{ title: 'Use of 1 < 2 &c here' }],
  },
  'Atom 0.3': {
    feed: `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">T</title>
<entry><title mode="escaped" type="text/html">a &lt;b&gt;c&lt;/b&gt;</title><issued>2004-01-02T03:04:05Z</issued><modified>2004-02-03T00:00:00Z</modified>
<link rel="alternate" type="text/html" href="http://old.example/1"/></entry></feed>`,
    entries: [{ title: 'a c', date: '2004-01-02', url: 'http://old.example/1' }],
  },
  'Atom with its content elsewhere': {
    feed: '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title><content src="https://news.example/1" type="text/html"/></entry></feed>',
    entries: [{ url: 'https://news.example/1', text: null }],
  },
  'JSON Feed 1.1': {
    feed: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Gazette',
      items: [
        {
          id: 7,
          url: '/1',
          title: 'One &amp; two',
          content_html: '<p>Some</p><p>text</p>',
          date_published: '2024-03-12T23:00:00-04:00',
        },
        { id: 'https://news.example/2', content_text: 'No title.\nBut text.', date_modified: '2024-03-13' },
        'nothing',
      ],
    }),
    title: 'Gazette',
    entries: [
      { title: 'One & two', text: 'Some text', url: 'https://news.example/1', date: '2024-03-12', id: '7' },
      { title: 'No title. But text.', url: 'https://news.example/2', date: '2024-03-13' },
    ],
  },
  'JSON Feed 1 with a mark, in a file': {
    feed: `\uFEFF ${JSON.stringify({ version: 'https://jsonfeed.org/version/1', home_page_url: 'https://site.example/', items: [{ id: '1', url: 'a', title: 'One', external_url: 'https://other.example/' }] })}`,
    address: null,
    title: null,
    entries: [{ title: 'One', url: 'https://site.example/a' }],
  },
  'a mark and blank lines before XML': {
    feed: '\uFEFF\n<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><!-- <rss> --><rss version="2.0"><channel><item><title>One</title></item></channel></rss>',
    entries: [{ title: 'One' }],
  },
  'no entries': { feed: '<rss version="2.0"><channel><title>T</title></channel></rss>', title: 'T', entries: [] },
  'tags that are not closed': {
    feed: '<rss version="2.0"><channel><item><title>One</title><description>a<br>b & c</description></item><item><title>Two</title></item></channel></rss>',
    entries: [{ title: 'One', text: 'a b & c' }, { title: 'Two' }],
  },
};

test.each(Object.entries(CASES))('%s', (_, { feed, address = WHERE, title, entries }) => {
  const read = readFeed(feed, 'feed', address);
  expect(read.entries).toMatchObject(entries);
  expect(read.entries).toHaveLength(entries.length);
  if (title !== undefined) expect(read.title).toBe(title);
});

test('ten thousand entries', () => {
  const items = Array.from({ length: 10_000 }, (_, at) => `<item><title>${at}</title><guid>${at}</guid></item>`);
  const { entries } = readFeed(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`, 'feed', null);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(10_000);
});
