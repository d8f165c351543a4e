import { expect, test } from 'vitest';
import { readHtml } from '../../src/article/html.ts';

const textsOf = async (html: string) => (await readHtml(html)).blocks.map(({ text }) => text);

test.each([
  ['<p>It fell by 5%<sup><a href="#n1">1</a></sup> in May.</p>', 'It fell by 5% in May.'],
  ['<p>It fell again<a href="#n1"><sup>[2]</sup></a> in May.</p>', 'It fell again in May.'],
  ['<p>It cost 10<sup>6</sup> crowns, or 10<sup>-2</sup> of all.</p>', 'It cost 10⁶ crowns, or 10⁻² of all.'],
  ['<p>The <del>old</del><ins>new</ins> quay is <s>not </s>open.</p>', 'The new quay is open.'],
  ['<p>He said <q>it is <q>done</q></q> today.</p>', 'He said “it is ‘done’” today.'],
  ['<p>The <abbr title="Port Authority">PA</abbr> paid.</p>', 'The PA paid.'],
  ['<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字です。</p>', '漢字です。'],
  ['<p>Quay Street 1<br>1234 Harbour Town.</p>', 'Quay Street 1 1234 Harbour Town.'],
  ['<p>It is <span hidden>not </span><span style="display:none">ever </span>open.</p>', 'It is open.'],
  ['<details><p>The work took a year.</p></details>', 'The work took a year.'],
])('markup that changes meaning: %s', async (html, text) => {
  expect(await textsOf(html)).toEqual([text]);
});

const LINE = 'In that year, the harbour had many cranes, some ships, and a quay of its own.';
const many = (count: number) => Array.from({ length: count }, (_, n) => `<p>${n}: ${LINE}</p>`).join('');

test.each([3, 14, 15, 40])('a lead, a fact box and a correction stay, with %i paragraphs', async (count) => {
  const page = `<body><nav><a href="/">Home</a></nav><main><div class="hero"><h1>Harbours</h1><p>The lead.</p></div>
    <article>${many(count)}<aside><p>There are 12 cranes.</p></aside><p><a href="/report">The report is long and was read by nobody.</a></p>
    <footer><p>Correction: there are 13 cranes.</p></footer></article></main></body>`;
  const { blocks, leftOut } = await readHtml(page);
  const texts = blocks.map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(['The lead.', 'There are 12 cranes.', 'Correction: there are 13 cranes.']),
  );
  expect(texts).toContain('The report is long and was read by nobody.');
  expect(texts).toHaveLength(count + 5);
  expect(leftOut).toEqual([{ text: 'Home', why: 'navigation' }]);
});

const HEAD = '<h1>Harbours of the north</h1>';
const links = (count: number) =>
  Array.from({ length: count }, (_, n) => `<div class="link"><a href="/${n}">Harbour ${n}</a></div>`).join('');

test.each([
  [
    'after short linked blocks',
    `<article>${HEAD}${many(8)}${links(4)}<p>KEPT, said the minister.</p>${many(8)}</article>`,
  ],
  ['a lead in a header', `<header>${HEAD}<p>KEPT, said the minister.</p></header><main>${many(20)}</main>`],
  [
    'a paragraph that is one link',
    `<article>${HEAD}${many(9)}<p><a href="/a">KEPT, said the minister.</a></p></article>`,
  ],
  ['a class like furniture’s', `<article>${HEAD}${many(9)}<div class="related"><p>KEPT, he said.</p></div></article>`],
  [
    'before an advertisement',
    `<article>${HEAD}<p>KEPT, said the minister.</p><div class="ad">Advertisement</div>${many(20)}</article>`,
  ],
  ['a box of facts', `<article>${HEAD}${many(9)}<aside><h3>Facts</h3><p>KEPT is 12 years old.</p></aside></article>`],
  ['a correction in a footer', `<article>${HEAD}${many(9)}<footer><p>Correction: KEPT is 12.</p></footer></article>`],
  [
    'items of a live blog with linked headings',
    `<main>${HEAD}<div>${Array.from({ length: 6 }, (_, n) => `<article><h3><a href="#${n}">1${n}:00</a></h3><p>KEPT, ${n} ferries are at the quay.</p></article>`).join('')}</div></main>`,
  ],
  [
    'promises in boxes like cards, each with its verdict',
    `<main>${HEAD}${many(2)}<ul>${[1, 2, 3, 4, 5].map((n) => `<li><h3><a href="/p${n}">KEPT ${n}: more ferries</a></h3><p>KEPT, promised on May ${n}.</p><b>KEPT</b></li>`).join('')}</ul></main>`,
  ],
  [
    'a timeline with linked headings amid much other text',
    `<main>${HEAD}${many(30)}<ul>${[1, 2, 3, 4].map((n) => `<li><h4><a href="/m${n}">KEPT, vote ${n} of the council</a></h4><p>KEPT, it was put off.</p></li>`).join('')}</ul>${many(3)}</main>`,
  ],
  [
    'updates of a live blog with links to share them',
    `<main>${HEAD}<div>${[1, 2, 3, 4].map((n) => `<article><a href="#u${n}">1${n}:00</a><h2><a href="#u${n}">KEPT open, ${n}</a></h2><p>KEPT, ${n} ferries sail.</p><a href="/f">Mail</a></article>`).join('')}</div></main>`,
  ],
  [
    'updates amid other text, one with a picture',
    `<main>${HEAD}${many(30)}<div>${[1, 2, 3, 4].map((n) => `<article><h2><a href="#u${n}">KEPT open, ${n}</a></h2>${n === 2 ? '<img src="a.png">' : ''}<p>KEPT, ${n} ferries sail.</p></article>`).join('')}</div></main>`,
  ],
  [
    'the verdict of a check of facts',
    `<article>${HEAD}${many(2)}<div class="rating rating-false"><span>KEPT: false</span></div>${many(5)}</article>`,
  ],
  [
    'items of a list in boxes that a page builder calls widgets',
    `<main>${HEAD}<div class="elementor-widget elementor-widget-text-editor"><p>${LINE}</p><ul><li>KEPT, 12 cranes</li></ul></div></main>`,
  ],
  [
    'speeches of a debate, each under its linked speaker',
    `<main>${HEAD}${[1, 2, 3, 4].map((n) => `<div class="item"><div><a href="/m${n}">Ann Writer (Harbour Town) (Independent)</a></div><p>KEPT: I ask ${n} times.</p><a href="/s">Share this</a></div>`).join('')}</main>`,
  ],
  [
    'a list of sentences that are mostly links',
    `<article>${HEAD}${many(5)}<ul><li>KEPT: the <a href="/1">report on the state of the northern harbours</a> says so.</li><li>KEPT: a <a href="/2">report by engineers of the southern college</a> denies it.</li><li>KEPT: a <a href="/3">third</a> is silent.</li></ul></article>`,
  ],
  [
    'an opinion piece whose text has the class of a comment',
    `<main><article class="comment">${HEAD}<div class="comment-body">${many(9).replaceAll('<p>', '<p>KEPT ')}</div><p><a href="/a">Opinion</a></p></article></main>`,
  ],
  [
    'a sentence after a word that credits pictures',
    `<article>${HEAD}${many(5)}<p>KEPT, and a clear picture. Photo: it was late.</p><p>KEPT. Ein klares Bild: Alle Kräne stehen.</p></article>`,
  ],
  [
    'what a click opens',
    `<main>${HEAD}${many(9)}<h3><button>Why?</button></h3><div class="accordion-body" aria-hidden="true"><p>KEPT because it snowed.</p></div><div role="tabpanel" style="display:none"><p>KEPT ${LINE}</p></div></main>`,
  ],
  [
    'a lead without an end',
    `<main><div>${HEAD}<ul class="key-points"><li>KEPT open by the council</li></ul></div><article>${many(9)}</article></main>`,
  ],
  ['what React streams in', `<main>${HEAD}<div hidden id="S:0"><p>KEPT, ${LINE}</p>${many(3)}</div></main>`],
])('stays: %s', async (_, body) => {
  const { leftOut } = await readHtml(`<html><body>${body}</body></html>`);
  expect(leftOut.filter(({ text }) => text.includes('KEPT'))).toEqual([]);
  expect((await textsOf(`<html><body>${body}</body></html>`)).some((text) => text.includes('KEPT'))).toBe(true);
});

test.each([
  ['caption', `<figure><img src="a.png"><figcaption>The quay, OUT. Photo: A. Writer</figcaption></figure>`],
  ['caption', `<div class="photo"><img src="a.png"><p>The quay in spring, OUT.</p></div>`],
  ['cookies', `<div class="cookie-banner"><p>OUT: we use cookies.</p></div>`],
  [
    'comments',
    `<div id="comments"><p>OUT, I say.</p><p><a href="#r1">Reply</a></p><p><a href="#r2">Reply</a></p></div>`,
  ],
  ['comments', `<div class="komentarze"><p>OUT, says Jan.</p><p>${LINE}</p><textarea></textarea></div>`],
  ['caption', `<div class="thumb"><img src="a.png"><div class="thumbcaption">The quay in spring, OUT</div></div>`],
  ['caption', `<div><img src="a.png"></div><p>OUT at sea, two ships wait for a pilot. Photo: Ann Writer/Agency</p>`],
  ['copyright', `<p>© 2024 The Daily Example. OUT of print.</p>`],
  ['hidden', `<div class="toggle-menu" hidden><a href="/">OUT</a><a href="/b">News</a><p>All of it.</p></div>`],
  ['hidden', `<div hidden><p>OUT of sight.</p></div>`],
  ['repeated', `<p>${LINE} OUT</p>`],
  ['card', `<ul>${'<li><h4><a href="/">OUT of order</a></h4>A story</li>'.repeat(4)}</ul>`],
  ['form', `<form class="newsletter"><p>Get OUT every week.</p><input name="mail"></form>`],
])('is left out with the reason, %s: %s', async (why, furniture) => {
  const again = `<p>${LINE} OUT</p>`;
  const page = `<html><body><article>${HEAD}${many(5)}${why === 'repeated' ? again : ''}${furniture}${many(2)}</article></body></html>`;
  const { leftOut } = await readHtml(page);
  expect(leftOut.filter(({ text }) => text.includes('OUT')).map((one) => one.why)).toContain(why);
});

test.each([
  ['a footer', `<footer><p>OUT ${LINE}</p></footer>`],
  ['hidden text', `<div hidden><p>OUT ${LINE}</p></div>`],
  ['a notice', `<div class="cookie-notice"><p>OUT ${LINE} We use cookies.</p></div>`],
])('a page of short sentences keeps them with %s of more words than each', async (_, furniture) => {
  const short = [
    'The ferry is late again.',
    'The quay is closed.',
    'Nobody said why.',
    'It opens in May.',
    'Two cranes are down, the third one works.',
    'The harbour master is ill.',
  ];
  const article = `<main>${HEAD}${short.map((text) => `<p>${text}</p>`).join('')}</main>`;
  for (const body of [article + furniture, furniture + article]) {
    expect(await textsOf(`<html><body>${body}</body></html>`)).toEqual(['Harbours of the north', ...short]);
  }
});

test('a script without spaces or full stops weighs more than its letters', async () => {
  const texts = ['ក្រុមប្រឹក្សាបានបោះឆ្នោតនៅថ្ងៃអង្គារដើម្បីបិទស្ពានចាស់យ៉ាងហោចណាស់ប្រាំបីខែ', 'របាយការណ៍ទីពីរនឹងចេញនៅខែមីនា'];
  const page = `<main><h1>ស្ពានចាស់</h1><div>${texts.map((text) => `<p>${text}</p>`).join('')}</div></main><footer><p>${LINE}</p></footer>`;
  expect(await textsOf(page)).toEqual(['ស្ពានចាស់', ...texts]);
});

test('a picture amid a paragraph makes it no caption', async () => {
  const page = `<article>${HEAD}${many(3)}<div class="image"><p><img src="a.png">The quay in spring.</p></div></article>`;
  expect(await textsOf(page)).toContain('The quay in spring.');
});

test.each([
  ['deep nesting', '<div>'.repeat(100_000)],
  ['what is never closed', '<b>a'.repeat(900)],
  ['a huge attribute', `<p class="${'x '.repeat(1_000_000)}">Text.</p>`],
  ['many breaks', '<p>a<br>'.repeat(50_000)],
])('a hostile page ends: %s', async (_, html) => {
  await readHtml(html).catch((error: unknown) => expect(error).toBeInstanceOf(RangeError));
});
