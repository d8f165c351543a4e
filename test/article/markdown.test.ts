import { describe, expect, test } from 'vitest';
import { markdownBlocks } from '../../src/article/markdown.ts';

const textsOf = async (markdown: string) => (await markdownBlocks(markdown)).map(({ text }) => text);

test.each<[string, string, string[]]>([
  [
    'each cell of a table',
    '| Year | Cost |\n|:--|--:|\n| 2019 | 3 mn |\n| 2020 | *4* mn |\n',
    ['Year', 'Cost', '2019', '3 mn', '2020', '4 mn'],
  ],
  ['a table without pipes around it', 'Year | Cost\n--- | ---\n2019 | a \\| b\n', ['Year', 'Cost', '2019', 'a | b']],
  ['a line with pipes that is no table', 'This | that.\n', ['This | that.']],
  [
    'a footnote',
    'It cost much.[^1] Nobody paid.\n\n[^1]: The court said\n    so in May.\n\nEnd.\n',
    ['It cost much. Nobody paid.', 'The court said so in May.', 'End.'],
  ],
  [
    'a footnote with two paragraphs and a name',
    'It cost[^cost] much [^cost].\n\n[^cost]: One.\n\n    Two.\n',
    ['It cost much.', 'One.', 'Two.'],
  ],
  ['a mark for the space', 'It cost much.[^1]Nobody paid.\n\n[^1]: So.\n', ['It cost much. Nobody paid.', 'So.']],
  ['a mark without a footnote', 'It cost much.[^9] No.\n', ['It cost much.[^9] No.']],
  ['struck text', 'The ~~old bridge~~ ferry sails.\n\n~~Nobody paid.~~\n', ['The ferry sails.']],
  ['tildes that strike nothing', 'From 5~10 to 20~30, or ~7.\n', ['From 5~10 to 20~30, or ~7.']],
  [
    'words in an HTML block',
    '<div class="box">\n<p>The court said no.</p>\n<h3>Costs</h3>\nNobody paid.</div>\n\nEnd.\n',
    ['The court said no.', 'Costs', 'Nobody paid.', 'End.'],
  ],
  [
    'Markdown within HTML',
    '<details>\n<summary>More words</summary>\n\nThe *court* said no.\n\n</details>\n',
    ['More words', 'The court said no.'],
  ],
  ['HTML without words', '<!-- a\n\ncomment -->\n\n<script>\nlet a = "b";\n\n</script>\n\n<hr>\n\nEnd.\n', ['End.']],
  [
    'HTML in a paragraph',
    'The <b>court</b> said 5 &lt; 6 & no<br>twice, a *b* `<c>`.\n',
    ['The court said 5 < 6 & no twice, a b <c>.'],
  ],
  ['marked HTML in a heading', '# The <em>court</em>\n', ['The court']],
  ['a comment in a paragraph', 'The court <!-- which? --> said no.\n', ['The court said no.']],
  [
    'a picture and a link',
    '![A crane](a.png) The [court](b "c") and [the law][l] stay.\n\n[l]: d\n',
    ['The court and the law stay.'],
  ],
  ['items', '1. The first.\n2. The second.\n   - A third.\n', ['The first.', 'The second.', 'A third.']],
  ['a quotation', '> The *court*\nsaid no.\n>\n> — *Its speaker*\n', ['The court said no.', '— Its speaker']],
])('%s', async (_, markdown, texts) => {
  expect(await textsOf(markdown)).toEqual(texts);
});

test('only headings are headings', async () => {
  const blocks = await markdownBlocks(
    '# One\n\nTwo\n---\n\nThree\n\n|A|\n|-|\n|B|\n\n<h2>Four</h2>\n\n## <i>Five</i>\n',
  );
  expect(blocks.filter(({ isHeading }) => isHeading !== false).map(({ text }) => text)).toEqual([
    'One',
    'Two',
    'Four',
    'Five',
  ]);
  expect(blocks.filter(({ isHeading }) => isHeading === false).map(({ text }) => text)).toEqual(['Three', 'A', 'B']);
});

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: The harbour\ntags:\n- a\n- b\nlead: |\n  One.\n\n  Two.\n---\nEnd.\n'],
    [
      'YAML with a comment, Windows line ends and a mark at the start',
      '\uFEFF---\r\n# settings\r\ntitre_é: "a"\r\n---\r\nEnd.\r\n',
    ],
    ['YAML that ends in dots', '---\ntitle: a\n...\nEnd.\n'],
    ['TOML', '+++\ntitle = "The harbour"\n\n[extra]\nlead = """\nOne.\n"""\n+++\n\nEnd.\n'],
    ['nothing after it but the end', '---\ntitle: a\n---\n\nEnd.'],
  ])('%s is no text', async (_, markdown) => {
    expect(await textsOf(markdown)).toEqual(['End.']);
  });

  test.each<[string, string, string[]]>([
    ['prose between rules', '---\n\nA lead.\n\n---\n\nEnd.\n', ['A lead.', 'End.']],
    [
      'prose with a colon between rules',
      '---\nThe lead: it is\nin two lines.\n\n---\n\nEnd.\n',
      ['The lead: it is in two lines.', 'End.'],
    ],
    ['what is not closed', '---\ntitle: a\n\nEnd.\n', ['title: a', 'End.']],
    ['what stands later', 'One.\n\n---\nkey: a\n\n---\n', ['One.', 'key: a']],
    ['plus signs before prose', '+++\nNews.\n+++\n', ['+++ News. +++']],
  ])('%s is text', async (_, markdown, texts) => {
    expect(await textsOf(markdown)).toEqual(texts);
  });
});

test.each([
  '~~a ',
  '~~a~~',
  '|',
  '|a\n|-\n',
  '[^a]: ',
  '[^a]',
  'a[^1] ',
  '<b>',
  '<b>a</b> ',
  '---\n',
  '+++\na = 1\n',
  '\0',
])('%j again and again is read, or refused', { timeout: 60_000 }, async (piece) => {
  for (const markdown of [piece.repeat(3_000), `|a|\n|-|\n${piece.repeat(3_000)}`]) {
    await markdownBlocks(markdown).catch((error) => expect(error).toBeInstanceOf(RangeError));
  }
});
