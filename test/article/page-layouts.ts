/** A way to lay out the page of an article. */
export interface Layout {
  readonly name: string;
  /** The page of these paragraphs, given as HTML. */
  build(paragraphs: readonly string[]): string;
}

/** Class names that wrappers around paragraphs have on real pages, furniture's among them. */
export const WRAPPERS =
  'ad ads advert advertisement article-ad sponsor sponsored promo banner navigation menu related related-content recommended more read-more popular trending teaser sidebar widget share social follow newsletter subscribe signup comment comments footer tags topic byline author bio meta credit caption modal paywall infobox pullquote content text'.split(
    ' ',
  );

const SUBJECTS = [
  'The ministry',
  'A ferry',
  'The harbour master',
  'Nobody',
  'The council',
  'One engineer',
  'The crane',
];
const DEEDS = ['was late', 'paid the bill', 'left the quay', 'denied the report', 'waited for spring', 'said nothing'];
const ENDS = [
  'in the first week of March, when the ice on the river had gone and the dredger was still in the dock for repairs.',
  'on Monday.',
  'after a <a href="/vote">vote</a> of the council, which had been put off twice.',
  'for years, “as everybody in town knows,” and would go on to do so until the quay was finished.',
  'again.',
];

/** A paragraph's words, another for each number. */
export function paragraph(number: number): string {
  const subject = SUBJECTS[number % SUBJECTS.length];
  const deed = DEEDS[number % DEEDS.length];
  const first = `${subject} ${deed} ${ENDS[number % ENDS.length]}`;
  return number % 3 === 0 ? `${first} Report ${number} tells of it.` : `Case ${number}: ${first}`;
}

const HEADLINE = 'Harbour to reopen by spring, minister says';
const LEAD = 'The harbour that the storm closed in autumn is to open before Easter, with two ferries a day.';
const FACTS = 'The harbour has 12 cranes, 3 docks and a quay of 800 metres, built in 1911.';
const CORRECTION = 'Correction: an earlier version gave the length of the quay as 900 metres.';

/** What stands around the articles; no line of it is the article's. */
export const AROUND =
  /^(?:Home|News|All rights|Imprint|Most read|Story number|Related story|Some words|Facebook|Mail|Advertisement)/;

const NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>';
const FOOT =
  '<footer><p>All rights reserved by The Daily Example, Quay Street 1.</p><a href="/imprint">Imprint</a></footer>';
const SIDE = `<aside class="sidebar"><h3>Most read</h3><ul>${[1, 2, 3, 4]
  .map((n) => `<li><a href="/${n}">Story number ${n} of the week</a></li>`)
  .join('')}</ul></aside>`;
const CARDS = `<div class="related">${[1, 2, 3]
  .map((n) => `<div class="card"><a href="/r${n}">Related story ${n}</a><p>Some words on it</p></div>`)
  .join('')}</div>`;
const SHARE = '<ul class="share"><li><a href="#f">Facebook</a></li><li><a href="#m">Mail</a></li></ul>';
const AD = '<div class="ad-slot"><div class="ad-label">Advertisement</div></div>';

/** The article's own text on every page, besides its paragraphs. */
export const ALWAYS = [LEAD, FACTS, CORRECTION];

type Piece = (texts: readonly string[]) => string;

const BODIES: Readonly<Record<string, Piece>> = {
  paragraphs: (texts) => texts.map((text) => `<p>${text}</p>`).join('\n'),
  divs: (texts) => texts.map((text) => `<div class="par">${text}</div>`).join('\n'),
  spans: (texts) => texts.map((text) => `<div data-block="1"><span>${text}</span></div>`).join('\n'),
  breaks: (texts) => `<div>${texts.join('<br><br>')}</div>`,
  sections: (texts) => texts.map((text, n) => `<section><h2>Part ${n + 1}</h2><p>${text}</p></section>`).join('\n'),
  'ads between': (texts) => texts.map((text) => `<p>${text}</p>${AD}`).join('\n'),
  quotes: (texts) =>
    texts.map((text, n) => (n % 2 ? `<blockquote><p>${text}</p></blockquote>` : `<p>${text}</p>`)).join(''),
  list: (texts) => `<ol>${texts.map((text) => `<li>${text}</li>`).join('\n')}</ol>`,
  table: (texts) => `<table>${texts.map((text) => `<tr><td>${text}</td></tr>`).join('\n')}</table>`,
  'two halves': (texts) => {
    const half = Math.ceil(texts.length / 2);
    const part = (some: readonly string[]) =>
      `<div class="part">${some.map((text) => `<p>${text}</p>`).join('')}</div>`;
    return `${part(texts.slice(0, half))}${AD}${part(texts.slice(half))}`;
  },
  'first in a hero': ([first, ...rest]) =>
    `<div class="hero">${first === undefined ? '' : `<p>${first}</p>`}</div><div class="text">${rest.map((text) => `<p>${text}</p>`).join('')}</div>`,
  interview: (texts) => texts.map((text, n) => `<p>${n % 2 ? text : `<b>${text}</b>`}</p>`).join(''),
  'live blog': (texts) =>
    texts.map((text, n) => `<article class="post"><h3>1${n % 10}:00</h3><p>${text}</p></article>`).join(''),
  details: (texts) =>
    texts.map((text, n) => `<details><summary>Question ${n}</summary><p>${text}</p></details>`).join(''),
};

const LEADS: Readonly<Record<string, (lead: string) => string>> = {
  'in a header': (lead) => `<header><h1>${HEADLINE}</h1><p>${lead}</p></header>`,
  'in a hero': (lead) => `<div class="hero"><h1>${HEADLINE}</h1><p class="dek">${lead}</p></div>`,
  'before the headline': (lead) => `<div class="hero"><p>${lead}</p></div><h1>${HEADLINE}</h1>`,
  'without a headline': (lead) => `<div class="hero"><p>${lead}</p></div>`,
  'after shares': (lead) => `<h1>${HEADLINE}</h1>${SHARE}<p>${lead}</p>`,
};

const FACT_BOXES: Readonly<Record<string, string>> = {
  aside: `<aside><h3>The harbour</h3><p>${FACTS}</p></aside>`,
  box: `<div class="infobox"><h3>The harbour</h3><p>${FACTS}</p></div>`,
  related: `<div class="related-facts"><p>${FACTS}</p></div>`,
  list: `<aside class="facts"><ul><li>${FACTS}</li></ul></aside>`,
};

const OUTER: Readonly<Record<string, (lead: string, body: string, facts: string, end: string) => string>> = {
  article: (lead, body, facts, end) =>
    `<main><article>${lead}${body}${facts}<footer>${end}</footer></article>${SIDE}</main>`,
  'article in divs': (lead, body, facts, end) =>
    `<div id="page"><div class="row"><div class="col"><article class="post">${lead}<div class="entry">${body}${facts}</div>${end}</article></div><div class="col">${SIDE}</div></div></div>`,
  main: (lead, body, facts, end) => `<main>${lead}<div class="body">${body}${facts}</div>${end}</main>${CARDS}`,
  'lead beside the article': (lead, body, facts, end) => `<main>${lead}<article>${body}${facts}${end}</article></main>`,
  content: (lead, body, facts, end) => `<div id="content">${lead}${body}${facts}${end}</div>${CARDS}${SIDE}`,
  body: (lead, body, facts, end) => `${lead}${body}${facts}${end}`,
  'article body': (lead, body, facts, end) =>
    `<article>${lead}<div itemprop="articleBody">${body}</div>${facts}${end}</article>${CARDS}`,
  'lead beside a div': (lead, body, facts, end) =>
    `<div class="page">${lead}<div class="text">${body}${facts}${end}</div></div>${SIDE}`,
  table: (lead, body, facts, end) => `<table><tr><td>${NAV}</td><td>${lead}${body}${facts}${end}</td></tr></table>`,
};

/** One layout for each way of the four parts. */
export const LAYOUTS: readonly Layout[] = Object.entries(OUTER).flatMap(([outer, around]) =>
  Object.entries(LEADS).flatMap(([lead, top]) =>
    Object.entries(BODIES).map(([body, fill], at) => {
      const boxes = Object.entries(FACT_BOXES);
      const [box, facts] = boxes[(at + outer.length + lead.length) % boxes.length] as [string, string];
      return {
        name: `${outer}, lead ${lead}, ${body}, facts in ${box}`,
        build: (texts: readonly string[]) =>
          `<!doctype html><html><head><title>${HEADLINE} | The Daily Example</title></head><body>${NAV}${around(top(LEAD), fill(texts), facts, `<p>${CORRECTION}</p>`)}${FOOT}</body></html>`,
      };
    }),
  ),
);
