import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { oneLine } from '../../src/text/escape.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../src/text/escape-markdown.ts';

const read = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()],
  });

/** What Markdown shows of text, if it shows nothing but text. */
function shown(markdown: string): string {
  const [paragraph, ...others] = read(markdown).children;
  expect(others).toEqual([]);
  if (paragraph?.type !== 'paragraph') throw new Error(`${markdown} is no paragraph: ${paragraph?.type}`);
  return paragraph.children.map((child) => (child.type === 'text' ? child.value : `<${child.type}>`)).join('');
}

const HOSTILE = [
  '@everyone and me@example.org',
  'fixes #12, GH-12, owner/repo#3',
  'see https://evil.example/ and www.evil.example, or mailto:me@example.org',
  '<img src=x onerror=alert(1)> <!-- x --> <b>',
  '[a](https://evil.example) ![b](c) [^1] [d][e]',
  '**bold** _it_ ~~gone~~ `code` $x$ a|b',
  '# heading',
  '> quote',
  '- item',
  '1. item',
  '12) item',
  '+ item',
  '=== ',
  '--- ',
  '&lt; &#64;name &amp;',
  '\\@name \\*x\\*',
  'a\nb\r\n\n# c',
  '    code',
  '\t\u001b[31mred\u202e',
  '```',
  '|a|b|\n|-|-|',
];

describe('text is only text', () => {
  test.each(HOSTILE)('%j', (text) => {
    const markdown = escapeMarkdown(text);
    expect(shown(`x ${markdown}`).replaceAll('\u200b', '')).toBe(`x ${oneLine(text).trim()}`);
    expect(markdown).not.toMatch(/@\w|#\d|GH-\d|:\/\/|\bwww\.|[<>]/);
  });

  test.each(HOSTILE)('at the start of a line: %j', (text) => {
    expect(shown(escapeMarkdown(text)).replaceAll('\u200b', '')).toBe(oneLine(text).trim());
  });

  test('whatever it is', () => {
    const characters = fc.constantFrom(...'ab1 @#*_`[]()<>!&;:/\\~|-+.=$^"\'\n'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: characters, minLength: 1, maxLength: 30 }), (text) => {
        fc.pre(/\S/.test(text));
        expect(shown(escapeMarkdown(text)).replaceAll('\u200b', '')).toBe(oneLine(text).trim());
      }),
      { numRuns: 2000 },
    );
  });
});

test.each(['a', 'a`b', '``', '`', 'a\nb', '@x #1'])('a code span of %j', (text) => {
  const [paragraph] = read(codeSpan(text)).children;
  expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'inlineCode', value: oneLine(text) }] });
});

describe('links', () => {
  test.each([
    ['https://example.org/a_(b)?c=[d]#e', 'https://example.org/a_%28b%29?c=%5Bd%5D#e'],
    ['https://example.org/?a=1&lt;=2&b', 'https://example.org/?a=1&lt;=2&b'],
    ['http://example.org/"><script>', 'http://example.org/%22%3E%3Cscript%3E'],
    ['https://example.org/żółć\\`', 'https://example.org/%C5%BC%C3%B3%C5%82%C4%87%5C%60'],
    ['https://example.org/\ud800', 'https://example.org/%EF%BF%BD'],
  ])('%s', (address, url) => {
    const [paragraph] = read(markdownLink('a [b](c) *d*', address)).children;
    expect(paragraph).toMatchObject({ children: [{ type: 'link', url, children: [{ value: 'a [b](c) *d*' }] }] });
  });

  test.each([null, 'javascript:alert(1)', 'file:///etc/passwd', 'https://a b', 'ftp://example.org/'])(
    'none to %s',
    (address) => {
      expect(shown(markdownLink('a [b](c)', address))).toBe('a [b](c)');
    },
  );
});
