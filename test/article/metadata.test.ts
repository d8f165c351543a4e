import { describe, expect, test } from 'vitest';
import { type Metadata, pageMetadata } from '../../src/article/metadata.ts';
import { textMetadata } from '../../src/article/text-metadata.ts';

/** What was found, without where; null is what was not. */
const values = ({ title, author, publisher, published, url, language }: Metadata) => ({
  title: title?.value ?? null,
  author: author?.value ?? [],
  publisher: publisher?.value ?? null,
  published: published?.value ?? null,
  url: url?.value ?? null,
  language: language?.value ?? null,
});
const NONE = { title: null, author: [], publisher: null, published: null, url: null, language: null };

const linked = (...things: unknown[]) =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');

interface Layout {
  readonly name: string;
  readonly page: string;
  readonly address?: string;
  readonly found: Partial<ReturnType<typeof values>>;
}

/** Pages as newsrooms make them, each with what is known of it; what it does not tell is not to be found. */
const LAYOUTS: readonly Layout[] = [
  {
    name: 'a graph whose parts name one another by @id',
    page: `<html lang="en-GB"><title>Quay wall passes its test - The Tidewater Post</title>${linked({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', '@id': '/#site', name: 'The Tidewater Post', publisher: { '@id': '/#org' } },
        { '@type': 'Organization', '@id': '/#org', name: 'Tidewater Media' },
        { '@type': 'Person', '@id': '/#ines', name: 'Ines Farrow' },
        {
          '@type': 'NewsArticle',
          '@id': 'https://tidewater.example/quay#article',
          headline: 'Quay wall passes its test',
          author: { '@id': '/#ines' },
          publisher: { '@id': '/#org' },
          datePublished: '2024-03-02T07:15:00+00:00',
          dateModified: '2024-03-05T09:00:00+00:00',
          inLanguage: 'en-GB',
          mainEntityOfPage: { '@id': 'https://tidewater.example/quay' },
        },
      ],
    })}<link rel="canonical" href="https://tidewater.example/quay"><h1>Quay wall passes its test</h1><p>It held.`,
    found: {
      title: 'Quay wall passes its test',
      author: ['Ines Farrow'],
      publisher: 'Tidewater Media',
      published: '2024-03-02',
      url: 'https://tidewater.example/quay',
      language: 'en-GB',
    },
  },
  {
    name: 'several authors, given and family names apart, a job, an agency',
    page: `<h1>Ferry fares rise</h1>${linked({
      '@type': 'NewsArticle',
      headline: 'Ferry fares rise',
      author: [
        { '@type': 'Person', givenName: 'Ona', familyName: 'Brandt' },
        { '@type': 'Person', name: 'Piet van der Meer, Chief Reporter' },
        { '@type': 'Person', name: 'Dr. Lou Marsh, PhD' },
        { '@type': 'Organization', name: 'dpa' },
      ],
    })}`,
    found: { title: 'Ferry fares rise', author: ['Ona Brandt', 'Piet van der Meer', 'Dr. Lou Marsh, PhD', 'dpa'] },
  },
  {
    name: 'an author that is an address',
    page: `<meta property="og:title" content="The mole is too short"><meta property="article:author" content="https://www.facebook.com/gazette"><meta name="author" content="desk@gazette.example"><meta name="twitter:creator" content="@gazette"><h1>The mole is too short</h1>${linked({ '@type': 'Article', headline: 'The mole is too short', author: 'https://gazette.example/people/7' })}`,
    found: { title: 'The mole is too short' },
  },
  {
    name: 'an address by which the author is described elsewhere',
    page: `<h1>The mole is too short</h1>${linked(
      { '@type': 'Article', headline: 'The mole is too short', author: 'https://gazette.example/people/7' },
      { '@type': 'Person', '@id': 'https://gazette.example/people/7', name: 'Rui Tavares' },
    )}`,
    found: { title: 'The mole is too short', author: ['Rui Tavares'] },
  },
  {
    name: 'an author that is the publisher, with the byline of another',
    page: `<meta property="og:site_name" content="Hafenblatt"><html lang=de><h1>Der Kai hält</h1><p class="byline">Von Jutta Sommer und Ole Brandt</p>${linked({ '@type': 'NewsArticle', headline: 'Der Kai hält', author: { '@type': 'Organization', name: 'Hafenblatt' }, publisher: { name: 'Hafenblatt' } })}`,
    found: { title: 'Der Kai hält', author: ['Jutta Sommer', 'Ole Brandt'], publisher: 'Hafenblatt', language: 'de' },
  },
  {
    name: 'an author that is the publisher, and nobody else',
    page: `<html lang=de><h1>Der Kai hält</h1>${linked({ '@type': 'NewsArticle', headline: 'Der Kai hält', author: { name: 'Hafenblatt' }, publisher: { name: 'Hafenblatt' } })}`,
    found: { title: 'Der Kai hält', author: ['Hafenblatt'], publisher: 'Hafenblatt', language: 'de' },
  },
  {
    name: 'a day whose zone is not UTC, late in the evening',
    page: `<h1>Storm closes the bridge</h1>${linked({ '@type': 'NewsArticle', headline: 'Storm closes the bridge', datePublished: '2023-11-30T23:40:00-05:00' })}`,
    found: { title: 'Storm closes the bridge', published: '2023-11-30' },
  },
  {
    name: 'a moment in UTC, and the same one in the zone of the page',
    page: `<h1>Storm closes the bridge</h1><time datetime="2023-12-01T00:30:00+02:00">1 December</time>${linked({ '@type': 'NewsArticle', headline: 'Storm closes the bridge', datePublished: '2023-11-30T22:30:00Z' })}`,
    found: { title: 'Storm closes the bridge', published: '2023-12-01' },
  },
  {
    name: 'a day as Java writes it, one as mail does, and none that was modified',
    page: `<h1>Pilots strike again</h1><meta name="date" content="Fri Apr 28 19:20:36 CEST 2023"><meta property="article:modified_time" content="2023-05-02">`,
    found: { title: 'Pilots strike again', published: '2023-04-28' },
  },
  {
    name: 'a day that may be two',
    page: `<h1>Pilots strike again</h1><meta name="date" content="03/04/2023"><span class="date">03/04/2023</span>`,
    found: { title: 'Pilots strike again' },
  },
  {
    name: 'no date, but those of comments, related articles and an update',
    page: `<h1>Pilots strike again</h1><span class="updated"><time datetime="2024-02-02">today</time></span>
      <p>They stay ashore.</p><section class="comments"><time datetime="2024-01-01">1 January</time> <a rel=author>Cross Reader</a></section>
      <aside class="related"><time datetime="2022-01-01">old</time><span class="author">Other Writer</span></aside>`,
    found: { title: 'Pilots strike again' },
  },
  {
    name: 'a date of zeros, an epoch, a day that is not in the calendar',
    page: `<h1>Pilots strike again</h1><meta name="date" content="0001-01-01T00:00:00"><meta name="dc.date" content="1970-01-01"><meta name="pubdate" content="2023-02-30">`,
    found: { title: 'Pilots strike again' },
  },
  {
    name: "the site's name in every title, before and after",
    page: `<title>Salt price doubles | Markets | The Brine Report</title><meta property="og:title" content="The Brine Report - Salt price doubles"><meta property="og:site_name" content="The Brine Report"><header><h1>The Brine Report</h1></header><h1>Salt price doubles</h1>`,
    found: { title: 'Salt price doubles', publisher: 'The Brine Report' },
  },
  {
    name: "the site's name after a dash, told by nothing but the headline",
    page: '<title>Salt – The new gold – Brine &amp; Sons Weekly</title><h1>Salt – The new gold</h1>',
    found: { title: 'Salt – The new gold' },
  },
  {
    name: 'a title with a dash of its own',
    page: '<title>Trains - late again</title><meta property="og:title" content="Trains - late again">',
    found: { title: 'Trains - late again' },
  },
  {
    name: 'a kicker that the page’s own descriptions of itself repeat',
    page: `<title>Strike at the harbour: Pilots walk out again</title><meta property="og:title" content="Pilots walk out again"><h1>Strike at the harbour: Pilots walk out again</h1>${linked({ '@type': 'NewsArticle', headline: 'Strike at the harbour: Pilots walk out again' })}`,
    found: { title: 'Pilots walk out again' },
  },
  {
    name: 'a kicker in the headline',
    page: '<meta property="og:title" content="Salt price doubles in a week"><h1><span>Markets</span><span>Salt price doubles in a week</span></h1>',
    found: { title: 'Salt price doubles in a week' },
  },
  {
    name: 'entities twice, markup in JSON-LD, a cut headline',
    page: `${linked({ '@type': 'NewsArticle', headline: 'Salt &amp;quot;doubles&amp;quot; in a <em>week</em> of …' })}<meta property="og:title" content="Salt &amp;quot;doubles&amp;quot; in a week of storms &amp;amp; rain">`,
    found: { title: 'Salt "doubles" in a week of storms & rain' },
  },
  {
    name: 'AMP',
    page: `<!doctype html><html ⚡ lang="pt-BR"><head><link rel="canonical" href="https://porto.example/a/12"><title>Porto reabre</title>${linked({ '@type': 'NewsArticle', headline: 'Porto reabre na sexta', datePublished: '2022-06-10T08:00:00-03:00', author: { '@type': 'Person', name: 'João da Silva' }, publisher: { '@type': 'Organization', name: 'Diário do Porto' } })}</head><body><h1>Porto reabre na sexta</h1><amp-img src="x"></amp-img>`,
    address: 'https://porto.example/amp/a/12?x=1',
    found: {
      title: 'Porto reabre na sexta',
      author: ['João da Silva'],
      publisher: 'Diário do Porto',
      published: '2022-06-10',
      url: 'https://porto.example/a/12',
      language: 'pt-BR',
    },
  },
  {
    name: 'a live blog, with its entries',
    page: `<html lang=en><h1>Flood live: the river falls</h1>${linked({
      '@type': 'LiveBlogPosting',
      headline: 'Flood live: the river falls',
      datePublished: '2024-05-01T06:00:00Z',
      author: [{ name: 'Nia Rowe' }],
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'Bridge open',
          datePublished: '2024-05-02T10:00:00Z',
          author: { name: 'Other Hand' },
        },
      ],
    })}<div><time datetime="2024-05-02T10:00:00Z">10:00</time><h2>Bridge open</h2></div>`,
    found: { title: 'Flood live: the river falls', author: ['Nia Rowe'], published: '2024-05-01', language: 'en' },
  },
  {
    name: 'articles of a list beside the one of the page',
    page: `${linked(
      {
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'NewsArticle', headline: 'In a list', author: { name: 'List Writer' } }],
      },
      {
        '@type': 'NewsArticle',
        headline: 'Another article',
        author: { name: 'Other Writer' },
        url: 'https://a.example/2',
      },
      {
        '@type': 'NewsArticle',
        headline: 'The one of the page',
        author: { name: 'Own Writer' },
        url: 'https://a.example/1',
      },
    )}<link rel=canonical href="https://a.example/1"><h1>The one of the page</h1>`,
    found: { title: 'The one of the page', author: ['Own Writer'], url: 'https://a.example/1' },
  },
  {
    name: 'several articles, none of which is known to be that of the page',
    page: `${linked({ '@type': 'NewsArticle', headline: 'One', author: { name: 'Other Writer' } }, { '@type': 'NewsArticle', headline: 'Two', author: { name: 'List Writer' } })}<h1>The council meets</h1>`,
    found: { title: 'The council meets' },
  },
  {
    name: 'a speech, as a ministry prints it',
    page: '<html lang="en"><title>Remarks on the harbour | Ministry of Transport</title><meta name="dcterms.creator" content="Ministry of Transport"><meta name="dcterms.issued" content="2021-09-14"><main><h1>Remarks on the harbour</h1><p><b>MINISTER:</b> We will build it.</p></main>',
    found: {
      title: 'Remarks on the harbour',
      author: ['Ministry of Transport'],
      published: '2021-09-14',
      language: 'en',
    },
  },
  {
    name: 'a press release, its date below the headline in the language of the page',
    page: '<html lang="fr"><meta property="og:site_name" content="Port de Brume"><h1>Le quai sera rénové</h1><p class="date">Publié le 3 février 2020 à 10 h</p><p>Le port annonce des travaux.</p>',
    found: { title: 'Le quai sera rénové', publisher: 'Port de Brume', published: '2020-02-03', language: 'fr' },
  },
  {
    name: 'a date with full stops, day first',
    page: '<html lang="de"><h1>Der Kai wird saniert</h1><div class="article-date">Erstellt: 04.03.2022, 12:00</div>',
    found: { title: 'Der Kai wird saniert', published: '2022-03-04', language: 'de' },
  },
  {
    name: 'an interview with its questions in bold',
    page: `<html lang="es"><h1>«El puerto no puede esperar»</h1><div class="author-name">Por Lucía Ferrán</div><p><b>¿Cuándo abre?</b></p><p>En mayo.</p><meta property="article:published_time" content="2019-05-06T09:00+02:00">`,
    found: { title: '«El puerto no puede esperar»', author: ['Lucía Ferrán'], published: '2019-05-06', language: 'es' },
  },
  {
    name: 'a list of promises, with its party as author',
    page: `<html lang=en><h1>Our twelve pledges for the coast</h1><ol><li>A new quay.</ol><meta name=author content="Coast Party">`,
    found: { title: 'Our twelve pledges for the coast', author: ['Coast Party'], language: 'en' },
  },
  {
    name: 'wire copy, by an agency and a reporter',
    page: '<meta name="byl" content="By Kim Osei, AFP"><h1>Strike ends at northern ports</h1><meta name="citation_date" content="2018/07/04">',
    found: { title: 'Strike ends at northern ports', author: ['Kim Osei', 'AFP'], published: '2018-07-04' },
  },
  {
    name: 'right to left',
    page: `<html lang="ar" dir="rtl"><title>الميناء يعود إلى العمل | صحيفة الساحل</title><meta property="og:site_name" content="صحيفة الساحل"><h1>الميناء يعود إلى العمل</h1>${linked({ '@type': 'NewsArticle', headline: '\u200fالميناء يعود إلى العمل', author: { name: 'ليلى حداد' }, datePublished: '2024-02-10T21:00:00+03:00' })}`,
    found: {
      title: 'الميناء يعود إلى العمل',
      author: ['ليلى حداد'],
      publisher: 'صحيفة الساحل',
      published: '2024-02-10',
      language: 'ar',
    },
  },
  {
    name: 'Japanese, in a template that says English',
    page: `<html lang="en"><title>港が再開へ、市が発表：海辺新聞</title><meta property="og:locale" content="ja_JP"><h1>港が再開へ、市が発表</h1><p class="date">2023年4月5日</p>`,
    found: { title: '港が再開へ、市が発表', published: '2023-04-05', language: 'ja-JP' },
  },
  {
    name: 'a paywalled stub',
    page: `<html lang=en><h1>What the port costs</h1>${linked({ '@type': 'NewsArticle', isAccessibleForFree: false, headline: 'What the port costs', author: { name: 'Ida Holm' } })}<p>Subscribe to read on.`,
    found: { title: 'What the port costs', author: ['Ida Holm'], language: 'en' },
  },
  {
    name: 'JSON-LD with raw line breaks, a comma too many, in a comment',
    page: '<h1>Two lines</h1><script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","headline":"Two lines","author":{"name":"Mia\nBerg",},"datePublished":"2020-01-02",}\n//]]></script>',
    found: { title: 'Two lines', author: ['Mia Berg'], published: '2020-01-02' },
  },
  {
    name: 'JSON-LD that is broken, beside sound meta elements',
    page: '<h1>Two lines</h1><script type="application/ld+json">{"@type":"NewsArticle","headline":"Tw</script><meta name=author content="Mia Berg"><meta property="article:published_time" content="2020-01-02">',
    found: { title: 'Two lines', author: ['Mia Berg'], published: '2020-01-02' },
  },
  {
    name: 'a fact-check, whose claim is of another',
    page: `<h1>No, the quay has not sunk</h1>${linked({ '@type': 'ClaimReview', name: 'No, the quay has not sunk', datePublished: '2024-04-04 10:00', author: { name: 'Tide Check' }, itemReviewed: { '@type': 'Claim', author: { name: 'Loud Person' }, datePublished: '2024-04-01' } })}`,
    found: { title: 'No, the quay has not sunk', author: ['Tide Check'], published: '2024-04-04' },
  },
  {
    name: 'authors that templates and programs put in',
    page: '<h1>Who wrote this</h1><meta name=author content="admin"><meta property="article:author" content="{{ author.name }}"><meta name="dc.creator" content="@tide"><p class=author>Read more about our authors and what they do</p>',
    found: { title: 'Who wrote this' },
  },
  {
    name: 'canonical links to nowhere',
    page: '<h1>Where is this</h1><link rel=canonical href="http://localhost:3000/draft"><meta property="og:url" content="https://a.example/">',
    address: 'https://a.example/where?x=1#part',
    found: { title: 'Where is this', url: 'https://a.example/where?x=1' },
  },
  {
    name: 'a canonical link from a base, another that is a script',
    page: '<base href="https://a.example/x/"><h1>Where is this</h1><link rel=canonical href="y"><meta property="og:url" content="javascript:1">',
    found: { title: 'Where is this', url: 'https://a.example/x/y' },
  },
  {
    name: 'controls and overrides in every text',
    page: `<h1>Ring\u0007 \u202ethe bell\u001b[31m</h1><meta name=author content="Eve\u202e Mal\u009b"><meta property="og:site_name" content="Th\u200be Bell">`,
    found: { title: 'Ring the bell [31m', author: ['Eve Mal'], publisher: 'The Bell' },
  },
  {
    name: 'keys of prototypes',
    page: `<h1>Plain objects</h1><script type="application/ld+json">{"__proto__":{"author":{"name":"Pro Totype"}},"constructor":{"headline":"No"},"@type":"NewsArticle","headline":"Plain objects"}</script><meta name="__proto__" content="x"><meta name="constructor" content="x"><meta property="toString" content="x">`,
    found: { title: 'Plain objects' },
  },
  { name: 'nothing', page: '', found: {} },
  {
    name: 'several headlines, and no word on which',
    page: '<h1>One of them here</h1><h1>Another of them</h1>',
    found: {},
  },
];

describe('a page tells of its article', () => {
  test.each(LAYOUTS)('$name', ({ page, address, found }) => {
    expect(values(pageMetadata(page, address ?? null))).toEqual({ ...NONE, ...found });
  });

  test('where each was found, and what is worth telling besides', () => {
    const page = LAYOUTS.find(({ name }) => name === 'a paywalled stub')?.page ?? '';
    const { title, author, language, remarks } = pageMetadata(
      `${page}<script type="application/ld+json">{</script>`,
      null,
    );
    expect([title?.from, author?.from, language?.from]).toEqual(['<h1>', 'JSON-LD author', '<html lang>']);
    expect(remarks).toEqual([
      'some of the JSON-LD of the page is broken, and was left aside',
      'the page says that it is not free to read: its text may be cut short',
    ]);
  });

  test.each([
    [
      'huge JSON-LD',
      `<h1>Still read</h1><script type="application/ld+json">{"@type":"Article","headline":"${'x'.repeat(9_000_000)}"}</script>`,
    ],
    [
      'a graph of many things',
      `<h1>Still read</h1>${linked({ '@graph': Array.from({ length: 200_000 }, (_, id) => ({ '@id': id })) })}`,
    ],
    [
      'JSON-LD nested deeply',
      `<h1>Still read</h1><script type="application/ld+json">${'{"mainEntity":'.repeat(100_000)}1${'}'.repeat(100_000)}</script>`,
    ],
    ['many meta elements', `<h1>Still read</h1>${'<meta name=author content="https://a.example">'.repeat(100_000)}`],
    ['a long byline', `<h1>Still read</h1><p class=author>${'Ann, and '.repeat(100_000)}</p>`],
    ['many open quotes', `<h1>Still read</h1><script type="application/ld+json">${'{"'.repeat(500_000)}</script>`],
    ['many elements side by side', `<h1>Still read</h1>${'<span class=author></span>'.repeat(200_000)}`],
  ])('%s are read in time', (_, page) => {
    const start = performance.now();
    expect(values(pageMetadata(page, null))).toEqual({ ...NONE, title: 'Still read' });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('elements nested deeper than any page has them are refused', () => {
    expect(() => pageMetadata('<div>'.repeat(100_000), null)).toThrow(RangeError);
  });
});

describe('a text tells of its article', () => {
  test.each([
    [
      'front matter in YAML',
      true,
      '---\ntitle: "The quay: \\"done\\""\nauthors:\n  - Ann Lee\n  - \'Bo O\'\'Hara\'\ndate: 2024-01-09T23:00:00-05:00 # late\nlang: pt_BR\nurl: /local\ncanonical: https://a.example/q\ntags: [a, b]\n---\n# Another\n',
      {
        title: 'The quay: "done"',
        author: ['Ann Lee', "Bo O'Hara"],
        published: '2024-01-09',
        url: 'https://a.example/q',
        language: 'pt-BR',
      },
    ],
    [
      'front matter in TOML',
      true,
      '+++\ntitle = "The quay"\nauthor = ["Ann Lee", "Bo Kim"]\ndate = 2024-01-09\n+++\nText.\n',
      { title: 'The quay', author: ['Ann Lee', 'Bo Kim'], published: '2024-01-09' },
    ],
    ['the first heading of Markdown', true, 'A lead before it.\n\n## The *quay*\n\nText.\n', { title: 'The quay' }],
    ['an underlined heading', true, 'The quay\n========\n\nText.\n', { title: 'The quay' }],
    ['no heading', true, 'Text.\n', {}],
    ['front matter that nests', true, '---\ntitle:\n  en: The quay\nauthor: { name: Ann }\n---\nText.\n', {}],
    ['the first line of plain text', false, '\uFEFF\nThe quay is done\n\nIt held.\n', { title: 'The quay is done' }],
    ['a first line that is a sentence', false, 'The quay is done.\nIt held.\n', {}],
    ['an empty text', false, '', {}],
  ])('%s', async (_, isMarkdown, text, found) => {
    expect(values(await textMetadata(text, isMarkdown))).toEqual({ ...NONE, ...found });
  });
});
