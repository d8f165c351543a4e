import { describe, expect, test } from 'vitest';
import { feedDay } from '../../src/feed/feed-day.ts';
import { readFeed } from '../../src/feed/read-feed.ts';

const titleOf = (title: string): string | undefined =>
  readFeed(`<rss version="2.0"><channel><item>${title}</item></channel></rss>`, 'feed', null).entries[0]?.title;

describe('titles', () => {
  test.each([
    ['&lt;b&gt;Bold&lt;/b&gt; words', 'Bold words'],
    ['<![CDATA[A <i>word</i>]]> and <![CDATA[more]]>', 'A word and more'],
    ['AT&amp;T', 'AT&T'],
    ['AT&amp;amp;T', 'AT&T'],
    ['Minister&amp;#8217;s &amp;quot;plan&amp;quot;', 'Minister’s "plan"'],
    ['Minister&#8217;s &#x201c;plan&#x201d;', 'Minister’s “plan”'],
    ['&amp;amp;quot;Plan&amp;amp;quot;', '"Plan"'],
    ['a&nbsp;b &hellip;', 'a b …'],
    ['1 &lt; 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['Q&amp;A: R&D', 'Q&A: R&D'],
    ['How &amp;lt;b&amp;gt; works', 'How <b> works'],
    ['&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;', 'One two'],
    ['One&lt;br&gt;two wo&lt;wbr&gt;rd', 'One two word'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;News', 'News'],
    ['  Two\n  lines\t', 'Two lines'],
    ['so\u00adft \u202eevil', 'soft evil'],
    ['red &#27;[31m', 'red [31m'],
  ])('%s', (written, read) => {
    expect(titleOf(`<title>${written}</title>`)).toBe(read);
  });

  test('long ones are cut at a word', () => {
    const title = titleOf(`<title>${'word '.repeat(1_000)}</title>`) ?? '';
    expect(title.length).toBeLessThan(310);
    expect(title).toMatch(/word …$/);
  });

  test('the first words of a text without spaces', () => {
    expect(titleOf(`<description>${'新聞'.repeat(100)}</description>`)).toBe(`${'新聞'.repeat(40)} …`);
  });
});

test.each([
  ['Tue, 12 Mar 2024 23:30:00 -0500', '2024-03-12'],
  ['Tue, 12 Mar 2024 23:30:00 EST', '2024-03-12'],
  ['Tue, 12 Mar 2024 23:30 PDT', '2024-03-12'],
  ['12 Mar 2024', '2024-03-12'],
  ['Tue,12 Mar 2024 9:05:00 Z', '2024-03-12'],
  ['Tue, 12 MAR 2024 09:05:00 GMT', '2024-03-12'],
  ['tue, 12 mar 2024 09:05:00 gmt', '2024-03-12'],
  ['Tuesday, 12 March 2024 09:05', '2024-03-12'],
  ['Tues, 3 Sept 2024 1:00 PM', '2024-09-03'],
  ['12-Mar-2024 09:05', '2024-03-12'],
  ['Tue, 12 Mar 24 09:05:00 GMT', '2024-03-12'],
  ['Sun, 12 Mar 95 09:05:00 GMT', '1995-03-12'],
  ['Tue Mar 12 09:05:00 CET 2024', '2024-03-12'],
  ['March 12, 2024', '2024-03-12'],
  ['2024-03-12T23:30:00-05:00', '2024-03-12'],
  ['2024-03-12T23:30Z', '2024-03-12'],
  ['2024-03-12T23:30:00.123456+0100', '2024-03-12'],
  ['2024-03-12 23:30:00 UTC', '2024-03-12'],
  ['2024-03-12', '2024-03-12'],
  ['20240312', '2024-03-12'],
  [' \n2024-03-12\n ', '2024-03-12'],
  ['13/03/2024', '2024-03-13'],
  ['Thu, 29 Feb 2024 24:00:00 GMT', '2024-02-29'],
  ['Mon, 31 Feb 2024 10:00:00 GMT', null],
  ['Mon, 31 Feb', null],
  ['2024-02-30T10:00:00Z', null],
  ['03/04/2024', null],
  ['2024-03', null],
  ['2024', null],
  ['1710282600', null],
  ['1712011234567', null],
  ['0001-01-01T00:00:00', null],
  ['Thu, 01 Jan 1970 00:00:00 +0000', null],
  ['Wt, 12 mar 2024 09:05:00 +0100', null],
  ['Вт, 12 мар 2024 09:05:00 +0300', null],
  ['12 août 2024', null],
  ['yesterday', null],
  [`12 Mar 2024 ${'x'.repeat(300)}`, null],
  ['', null],
])('the day of "%s"', (written, day) => {
  expect(feedDay(written)).toBe(day);
});
