import { describe, expect, test } from 'vitest';
import { type Block, readArticle } from '../../src/article/article.ts';
import { readHtml } from '../../src/article/html.ts';
import { markdownBlocks } from '../../src/article/markdown.ts';
import { plainBlocks } from '../../src/article/plain.ts';
import { sandbox } from '../sandbox.ts';

const TITLE = 'Harbour to reopen by spring, minister says';

const PLAIN = `${TITLE}

The harbour will reopen by 31 March, the minister said on Monday. “It is done.”

Repairs

Two ferries sailed each day before the storm.
The work cost 3.5 mn. crowns,
e.g. for a new crane.

Nobody was hurt.
`;

const MARKDOWN = `---
draft: no
---

# ${TITLE}

The harbour will *reopen* by
31 March, the [minister](https://example.org "who") said on Monday. “It is done.”

Repairs
-------

> Two ferries sailed each day before the storm.\\
> The work cost \`3.5\` mn. crowns, e.g. for a new crane. ![a crane](crane.png)

- Nobody was hurt.

\`\`\`
code is no article
\`\`\`
<hr title="nor is markup">
`;

const HTML = `<!doctype html><html><head><title>${TITLE} | The Daily Example</title>
<script>var a = "<p>not this</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>${TITLE}</h1>
<p>The harbour will <em>reopen</em> by
   31 March, the <a href="https://example.org">minister</a> said on&nbsp;Monday. “It is done.”</p>
<h2>Repairs</h2>
<div>Two ferries sailed each day before the storm.<br>The work cost <b>3.5</b> mn. crowns, e.g. for a new crane.</div>
<p>Nobody was <span>hurt</span>.</p></article>
<footer><p>All rights reserved by The Daily Example.</p></footer></body></html>`;

const read = (blocks: readonly Block[]) =>
  readArticle(blocks, TITLE, 'en').sentences.map(
    ({ paragraph, sentence, digest }) => `${paragraph ?? 'heading'}.${sentence} ${digest}`,
  );

describe('one article in three forms has the same sentences', () => {
  test('plain', async () => {
    const plain = read(await plainBlocks(PLAIN));
    expect(plain.map((line) => line.split(' ')[0])).toEqual([
      'heading.1',
      '1.1',
      '1.2',
      'heading.1',
      '2.1',
      '2.2',
      '3.1',
    ]);
    expect(read(await plainBlocks(`\uFEFF${PLAIN.replaceAll('\n', '\r\n')}`))).toEqual(plain);
  });

  test('Markdown', async () => expect(read(await markdownBlocks(MARKDOWN))).toEqual(read(await plainBlocks(PLAIN))));

  test('HTML, without what stands around it', async () =>
    expect(read(await (await readHtml(HTML)).blocks)).toEqual(read(await plainBlocks(PLAIN))));
});

test.each([
  ['The harbour reopens', null],
  ['The harbour reopens.', 1],
  ['The harbour reopens.”', 1],
  ['港は三月に開く。', 1],
  ['Will the harbour reopen?', 1],
  ['x'.repeat(101), 1],
  ['x'.repeat(100), null],
  ['It reopens. Soon', 1],
  [`${TITLE.replace(',', ',')}`, null],
])('a line of plain text is a heading or not: %s', async (line, paragraph) => {
  expect(readArticle(await plainBlocks(line), TITLE, 'en').sentences[0]?.paragraph).toBe(paragraph);
});

const WRAPPED_AT = 100;
test.each([
  ['no blank line: each line is a block', 'One\ntwo.\nThree.\n', ['One', 'two.', 'Three.']],
  ['a blank line at the end separates nothing', '\nOne\ntwo.\n \n\n', ['One', 'two.']],
  ['blank lines: short lines were wrapped', 'One\n  two.\n \t\nThree\r\nfour.', ['One two.', 'Three four.']],
  ['all lines but one are short', `A.\n\n${'b'.repeat(WRAPPED_AT + 1)}\nc.`, ['A.', 'b'.repeat(WRAPPED_AT + 1), 'c.']],
  ['as long as a line may be', `A.\n\n${'b'.repeat(WRAPPED_AT)}\nc.`, ['A.', `${'b'.repeat(WRAPPED_AT)} c.`]],
  ['columns, not characters', `A.\n\n${'港'.repeat(51)}\n開く。`, ['A.', '港'.repeat(51), '開く。']],
  [
    'columns, not characters: as wide as may be',
    `A.\n\n${'港'.repeat(50)}\n開く。`,
    ['A.', `${'港'.repeat(50)} 開く。`],
  ],
])('plain text: %s', async (_, text, blocks) => {
  expect((await plainBlocks(text)).map(({ text: words }) => words)).toEqual(blocks);
});

test('a quote goes over sentences that nothing parts', async () => {
  const box = sandbox(
    'factledger: 1\narticle: {title: T, text: a.txt, language: zh}\nclaims: [{id: a, text: A, anchors: [{quote: 下雨。明天}]}]\n',
  );
  box.write('a.txt', '今天下雨。明天晴。\n');
  expect((await box.run(['coverage'])).out).toContain('2 sentences, 2 with claims');
});

test.each([
  ['<html><p>No body. Two.</p></html>', ['No body. Two.']],
  [
    '<!doctype html><title>Title</title><h1>Head</h1><p>Text <img src=x> and <my-x>more</my-x>.</p>',
    ['Head', 'Text and more.'],
  ],
  ['<body><form><p>In a form.</p></form></body>', ['In a form.']],
  ['<p>One<br>line.<br><br>Another one.</p>', ['One line.', 'Another one.']],
  ['<!-- <html> --><p>Text.</p>', ['Text.']],
])('a page: %s', async (html, texts) => {
  expect((await readHtml(html)).blocks.map(({ text }) => text)).toEqual(texts);
});

test('of a long page, what stands around the article is left out', async () => {
  const lines = Array.from(
    { length: 30 },
    (_, n) => `In year ${n}, the harbour had ${n} cranes, ${n + 1} ships, and a quay of its own.`,
  );
  const links =
    '<div class="sidebar"><ul><li><a href="/a">More news</a></li><li><a href="/b">Subscribe</a></li></ul></div>';
  const page = `<html><body>${links}<div id="content"><h1>Harbours</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</div>${links}</body></html>`;
  expect((await readHtml(page)).blocks.map(({ text }) => text)).toEqual(['Harbours', ...lines]);
});

test('Markdown that begins with a line across is no front matter', async () => {
  const blocks = await markdownBlocks('---\n\nA lead.\n\n---\n\nOne<br>line.\n');
  expect(blocks.map(({ text }) => text)).toEqual(['A lead.', 'One line.']);
});

test('the extension says the format; what cannot be read is refused', async () => {
  const box = sandbox(`factledger: 1\narticle: { title: "${TITLE}" }\n`);
  box.write('a.md', MARKDOWN);
  box.write('a.HTML', HTML);
  box.write('a.txt', PLAIN);
  box.write('a.pdf', PLAIN);
  box.write('deep.html', '<div>'.repeat(20_000));
  const total = async (name: string) => (await box.run(['coverage', '--article', name])).out.split('\n').at(-2);
  expect(await total('a.md')).toMatch(/^5 sentences/);
  expect(await total('a.HTML')).toMatch(/^5 sentences/);
  expect(await total('a.txt')).toMatch(/^5 sentences/);
  expect(await box.run(['coverage', '--article', 'a.pdf'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('.pdf files are not read'),
  });
  for (const text of [`${'>'.repeat(20_000)} x`, '[a]('.repeat(20_000)]) {
    box.write('deep.md', text);
    expect((await box.run(['coverage', '--article', 'deep.md'])).err).toContain('deep.md: nested too deeply');
  }
  expect((await box.run(['coverage', '--article', 'deep.html'])).err).toContain('deep.html: nested too deeply');
});

test('below the title, a whole sentence in a heading’s type is text in every format', async () => {
  const lead =
    'The harbour that the storm closed in autumn is to open before Easter, with two ferries a day and a new quay';
  const plain = `Harbours\n\nWho pays?\n\nNobody does.\n\nRepairs\n\n${lead}\n`;
  const markdown = `# Harbours\n\n## Who pays?\n\nNobody does.\n\n### Repairs\n\n## ${lead}\n`;
  const html = `<h1>Harbours</h1><h2>Who pays?</h2><p>Nobody does.</p><h3>Repairs</h3><h2>${lead}</h2><p>End.</p>`;
  const numbered = (blocks: readonly Block[]) =>
    readArticle(blocks, 'Harbours', 'en').sentences.map(({ paragraph, text }) => [paragraph, text]);
  const expected = [
    [null, 'Harbours'],
    [1, 'Who pays?'],
    [2, 'Nobody does.'],
    [null, 'Repairs'],
    [3, lead],
  ];
  expect(numbered(await plainBlocks(plain))).toEqual(expected);
  expect(numbered(await markdownBlocks(markdown))).toEqual(expected);
  expect(numbered((await readHtml(html)).blocks)).toEqual([...expected, [4, 'End.']]);
});
