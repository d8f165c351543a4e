import { describe, expect, test } from 'vitest';
import { type Block, readArticle } from '../../src/article/article.ts';
import { htmlBlocks } from '../../src/article/html.ts';
import { markdownBlocks } from '../../src/article/markdown.ts';
import { plainBlocks } from '../../src/article/plain.ts';

/** A part of an article: its kind, and its words, which `*…*` sets off. */
type Part = readonly [kind: 'h1' | 'h2' | 'p' | 'quote' | 'items' | 'cells', ...texts: string[]];

const LAYOUTS: Readonly<Record<string, { language: string; parts: readonly Part[] }>> = {
  news: {
    language: 'en',
    parts: [
      ['h1', 'Harbour to reopen by spring, minister says'],
      [
        'p',
        'The harbour will *reopen* by 31 March, the minister said on Monday. “It is done,” he told the Rt. Hon. Ann Lee, who had asked about the 3.5 bn. crowns that Parliament set aside in 2019.',
      ],
      ['h2', 'Costs'],
      ['p', 'It cost 5 < 6 & more. *Nobody was hurt!* Or so the mayor says.'],
      ['quote', 'We will build it, e.g. with Dr. Moss & Co. It will be fine.'],
      ['p', 'She left.'],
    ],
  },
  interview: {
    language: 'de',
    parts: [
      ['h1', 'Was wird aus dem Hafen?'],
      ['p', '*Frau Abg. Kern, wann wird der Hafen wieder geöffnet, und wer bezahlt das alles am Ende?*'],
      [
        'p',
        'Am 3. Mai, z. B. am Morgen. „Das kostet ca. 3 Mio. Euro!“, sagte die Bürgermeisterin damals, und dabei blieb es bis heute.',
      ],
      ['p', '*Wirklich?*'],
      ['p', 'Ja. Vgl. S. 12 des Berichts.'],
    ],
  },
  promises: {
    language: 'pl',
    parts: [
      ['h1', 'Co obiecał minister'],
      [
        'items',
        'Port zostanie otwarty do 31 marca 2024 r.',
        'Podatki nie wzrosną. Tak powiedział prof. Lis.',
        'Zob. s. 12 raportu, np. tabelę z kosztami budowy nowego nabrzeża i mostu.',
      ],
      ['p', 'Gen. bryg. Jan Kos odszedł.'],
    ],
  },
  table: {
    language: 'ru',
    parts: [
      ['h1', 'Сколько стоит порт'],
      [
        'p',
        'Ущерб составил 5 млн долл. США. Так сказал министр А. С. Волков в г. Омске на встрече с журналистами в понедельник.',
      ],
      ['cells', 'В 2019 г. ушло 5 млн руб.', 'В 2020 г. ушло больше.', 'Это много.', 'Это всё!'],
    ],
  },
  rightToLeft: {
    language: 'ar',
    parts: [
      ['h1', 'الميناء يفتح في الربيع'],
      [
        'p',
        'وصل د. سالم إلى المدينة. كان *متعبا* جدا. هل جاء الوزير؟ لم يأت أحد من الذين وعدوا بالمجيء إلى الميناء الجديد هذا العام.',
      ],
      ['quote', 'انتهى الاجتماع.'],
    ],
  },
  japanese: {
    language: 'ja',
    parts: [
      ['h1', '港は春に再開'],
      ['p', '港は三月に開く。「もう行く。」と彼は言った。誰も動かなかった。'],
      ['p', '本当？嘘でしょう！'],
    ],
  },
};

const unmarked = (text: string) => text.replaceAll('*', '');

/** Breaks lines at spaces, as an editor would. */
function wrapped(text: string, columns: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= columns) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const plain = (parts: readonly Part[], columns: number) =>
  parts.map(([, ...texts]) => texts.map((text) => `${wrapped(unmarked(text), columns)}\n`).join('\n')).join('\n');

const MARKDOWN: Readonly<Record<Part[0], (texts: readonly string[], columns: number) => string>> = {
  h1: ([text]) => `# ${text}`,
  h2: ([text]) => `${text}\n-----`,
  p: ([text = ''], columns) => wrapped(text, columns),
  quote: ([text = ''], columns) => wrapped(text, columns).replace(/^/gm, '> '),
  items: (texts, columns) => texts.map((text) => `- ${wrapped(text, columns).replaceAll('\n', '\n  ')}`).join('\n'),
  cells: ([a, b, ...more]) => `| ${a} | ${b} |\n|---|---|\n| ${more.join(' | ')} |`,
};
const markdown = (parts: readonly Part[], columns: number) =>
  `---\ntitle: none of it\n---\n${parts.map(([kind, ...texts]) => MARKDOWN[kind](texts, columns)).join('\n\n')}\n`;

const inline = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>');
const HTML: Readonly<Record<Part[0], (texts: readonly string[]) => string>> = {
  h1: ([text = '']) => `<h1>${text}</h1>`,
  h2: ([text = '']) => `<h2>${text}</h2>`,
  p: ([text = '']) => `<p>${text}</p>`,
  quote: ([text = '']) => `<blockquote><p>${text}</p></blockquote>`,
  items: (texts) => `<ul>${texts.map((text) => `<li>${text}</li>`).join('\n')}</ul>`,
  cells: (texts) => `<table><tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr></table>`,
};
const html = (parts: readonly Part[], columns: number) =>
  `<!doctype html><html><head><title>None of it</title></head><body><article>${parts
    .map(([kind, ...texts]) => HTML[kind](texts.map((text) => wrapped(inline(text), columns))))
    .join('\n')}</article></body></html>`;

const sentencesOf = (blocks: readonly Block[], language: string) =>
  readArticle(blocks, '', language).sentences.map(({ text }) => text);

describe.each(Object.entries(LAYOUTS))(
  'one article in three forms has the same sentences: %s',
  (_, { language, parts }) => {
    test.each([40, 72, 100])('wrapped at %i columns', async (columns) => {
      const expected = parts.flatMap(([, ...texts]) =>
        sentencesOf(
          texts.map((text) => ({ text: unmarked(text), isHeading: false })),
          language,
        ),
      );
      expect(sentencesOf(await plainBlocks(plain(parts, columns)), language)).toEqual(expected);
      expect(sentencesOf(await markdownBlocks(markdown(parts, columns)), language)).toEqual(expected);
      expect(sentencesOf(await htmlBlocks(html(parts, columns)), language)).toEqual(expected);
    });
  },
);

test.each(Object.entries(LAYOUTS))(
  'only what is short and has no end is a heading in plain text alone: %s',
  async (_, one) => {
    const numbered = async (blocks: readonly Block[]) =>
      readArticle(blocks, '', one.language).sentences.filter(({ paragraph }) => paragraph !== null);
    const inPlain = new Set((await numbered(await plainBlocks(plain(one.parts, 72)))).map(({ text }) => text));
    for (const blocks of [await markdownBlocks(markdown(one.parts, 72)), await htmlBlocks(html(one.parts, 72))])
      for (const { text } of await numbered(blocks))
        if (!inPlain.has(text)) expect(text).toMatch(/^.{1,99}[^.!?…。！？؟”“"]$/u);
  },
);
