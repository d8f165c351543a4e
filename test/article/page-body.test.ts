import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtml } from '../../src/article/html.ts';
import { ALWAYS, AROUND, LAYOUTS, paragraph, WRAPPERS } from './page-layouts.ts';

const unmarked = (html: string) => html.replace(/<[^>]+>/g, '');
const textsOf = async (html: string) => (await readHtml(html)).blocks.map(({ text }) => text);
const anyLayout = fc.constantFrom(...LAYOUTS);
const times = { numRuns: 300 * Number(process.env.SOAK ?? 1) };

/** A page's paragraphs: of any number, since rules of thumb go by how much text there is. */
const anyTexts = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(1000))
  .map(([count, first]) => Array.from({ length: count }, (_, at) => paragraph(first + at)));

const ways: Readonly<Record<string, (name: string, text: string) => string>> = {
  'a class': (name, text) => `<div class="${name}">${text}</div>`,
  'an id': (name, text) => `<div id="${name}">${text}</div>`,
  'two boxes': (name, text) => `<div class="${name}"><div class="${name}-inner">${text}</div></div>`,
  'a section': (name, text) => `<section class="post-${name}">${text}</section>`,
};

test('there are many layouts', () => expect(LAYOUTS.length).toBeGreaterThan(500));

test.each(LAYOUTS.map((layout, at) => ({ layout, count: [1, 2, 3, 5, 9, 14, 15, 30][at % 8] ?? 1, at })))(
  'a page keeps its sentences: $layout.name, $count paragraphs',
  async ({ layout, count, at }) => {
    const paragraphs = Array.from({ length: count }, (_, index) => paragraph(at + index));
    const texts = await textsOf(layout.build(paragraphs));
    for (const text of [...paragraphs, ...ALWAYS]) expect(texts).toContain(unmarked(text));
    expect(texts.filter((text) => AROUND.test(text))).toEqual([]);
  },
);

test('to add a paragraph removes no sentence', () =>
  fc.assert(
    fc.asyncProperty(anyLayout, anyTexts, fc.nat(29), async (layout, texts, where) => {
      const more = texts.toSpliced(
        where % (texts.length + 1),
        0,
        'The ferry <b>sank</b> in sight of the quay that night.',
      );
      const after = await textsOf(layout.build(more));
      for (const text of [...more, ...ALWAYS]) expect(after).toContain(unmarked(text));
    }),
    times,
  ));

test('a paragraph within another box, whatever its name, changes nothing', () =>
  fc.assert(
    fc.asyncProperty(
      anyLayout,
      anyTexts,
      fc.nat(29),
      fc.constantFrom(...WRAPPERS),
      fc.constantFrom(...Object.keys(ways)),
      async (layout, texts, which, name, way) => {
        const at = which % texts.length;
        const html = layout.build(texts);
        const around = new RegExp(`<p>${literal(texts[at] ?? '')}</p>|${literal(texts[at] ?? '')}`);
        const wrapped = html.replace(around, (text) => ways[way]?.(name, text) ?? text);
        expect(wrapped).not.toBe(html);
        expect(await readHtml(wrapped)).toEqual(await readHtml(html));
      },
    ),
    times,
  ));

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
