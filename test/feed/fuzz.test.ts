import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFeed } from '../../src/feed/read-feed.ts';
import { Refusal } from '../../src/model/refusal.ts';

const FEEDS = [
  `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "x" "y"><rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>T</title><link>/l</link><item><title>One &amp;amp; &lt;b&gt;two</title><guid isPermaLink="true">/1</guid><pubDate>Tue, 12 Mar 2024 23:30:00 EST</pubDate><description><![CDATA[<p>x</p>]]></description><a:link href="x"/></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.org/"><title type="xhtml"><div>T<br/></div></title><entry><id>1</id><link href="a"/><title type="html">&lt;i&gt;One</title><updated>2024-03-12T23:30:00Z</updated></entry></feed>`,
  `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/a","title":"One","date_published":"2024-03-12T23:30:00Z","content_html":"<p>x"}]}`,
];
const JUNK = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '\0',
  '\uFEFF',
  '\ud800',
  'xmlns=""',
  ':',
  '</',
  '{',
  '}',
  '[',
  '\\u',
];
const RUNS = process.env.SOAK ? 100_000 : 500;

test('whatever a feed is turned into, it is read or refused', () => {
  const edit = fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('', ...JUNK));
  fc.assert(
    fc.property(fc.constantFrom(...FEEDS), fc.array(edit, { maxLength: 6 }), (feed, edits) => {
      const text = edits.reduce((before, [place, length, put]) => {
        const at = place % (before.length + 1);
        return `${before.slice(0, at)}${put}${before.slice(at + length)}`;
      }, feed);
      try {
        for (const { title, date, url, id } of readFeed(text, 'feed', 'https://e.org/f').entries) {
          expect(title).toBe(title.replace(/\s+/g, ' ').trim());
          expect(date ?? '2024-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(url ?? 'https://').toMatch(/^https?:\/\//i);
          expect(typeof id).toBe('string');
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }),
    { numRuns: RUNS },
  );
});
