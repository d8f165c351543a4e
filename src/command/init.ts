import { resolve } from 'node:path';
import type { Context } from '../flow/context.ts';
import { refuseAsOf } from '../flow/ledgers-to-write.ts';
import { noteOf } from '../flow/note-of.ts';
import type { TakenArticle } from '../flow/take-article.ts';
import { Refusal } from '../model/refusal.ts';
import { FORMAT } from '../model/shape.ts';
import { dateOption } from '../options/dates.ts';
import { maybeWord } from '../options/operand.ts';
import { flag, many, one } from '../options/option.ts';
import { address, language, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { create, refuseUncreatable } from '../store/create-file.ts';
import { shown as placeShown, slashed } from '../store/found-ledger.ts';
import { remove } from '../store/text-on-its-way.ts';
import { shown, TEXT_FORMATS } from '../view/found.ts';
import { line } from '../view/page.ts';
import { type NewArticle, newLedger } from '../yaml/new-ledger.ts';

/** What is typed of an article. */
type TypedArticle = Omit<NewArticle, 'title' | 'text'> & { readonly title: string | null };

/** What can be taken from the article itself, in the order of the ledger. */
const TAKEN = ['title', 'author', 'publisher', 'published', 'url', 'language'] as const;

export const init = verb({
  operands: { file: maybeWord(String) },
  manual: [
    `Writes a new ledger of format ${FORMAT} for an article, without claims, and prints the file's name: ledger.yaml in the current folder unless you name another. It never writes over a file.`,
    "With --article it takes title, authors, publisher, day, address and language from the article itself, says where it found each, and leaves out what it did not find. What is given as an option is taken as given. A page says them in JSON-LD, Open Graph, meta elements, its headline and byline; Markdown and plain text in front matter and the first heading. The day is that of the page's own time zone.",
    'A file in the git work tree of the ledger (without one, in its folder) becomes article.text, which coverage and anchors read. A page at an address is fetched once, without what is in it: http or https, at most 10 MB in 30 seconds. --keep FILE keeps it as a file, relative to the ledger; the page is then article.text, and stays where it is if init is undone.',
    "The article's authors count as the speakers of every claim that names no other, and the day it was published as the day on which a claim was said.",
  ],
  examples: [
    {
      command: 'init --title "Harbour to reopen by spring" --author "A. Writer" --published 2024-01-09',
      what: 'ledger.yaml',
    },
    {
      command: 'init ledgers/harbour.yaml --article https://example.org/harbour --keep harbour.html',
      what: 'from a page',
    },
    { command: 'init --article harbour.md --author "A. Writer"', what: 'from a file' },
  ],
  options: {
    article: one('file or address', text, 'take what is known of the article from it'),
    keep: one('file', text, 'keep the article as a file, relative to the ledger'),
    title: one('title', text, "the article's title; needed without --article"),
    author: many('name', text, 'who wrote it'),
    publisher: one('name', text, 'who published it'),
    published: dateOption('when'),
    url: one('address', address, 'where'),
    language: one('tag', language, 'its language, as BCP 47 has it: en, pl, zh-Hant'),
    dryRun: flag('show the file as a diff and write nothing'),
  },
  formats: TEXT_FORMATS,
  async run(context: Context, { file }, { dryRun, article: from, keep, ...typed }) {
    refuseAsOf(context);
    if (context.globals.file.length > 0) {
      throw new Refusal('init takes the new file as it is, without -f', 'Write: factledger init FILE --title TITLE');
    }
    const name = file ?? 'ledger.yaml';
    if (!/\.ya?ml$/i.test(name)) {
      throw new Refusal(`${name}: a ledger's name ends in .yaml or .yml`, 'Only such files are found in folders.');
    }
    if (keep !== null && from === null) throw new Refusal('--keep needs --article', 'It keeps what --article names.');
    const path = resolve(context.world.cwd, name);
    // Before anything is fetched; a new file without an article is refused when it is created.
    if (dryRun || from !== null) refuseUncreatable(path, name);
    // Loaded where there is an article only: it brings what reads pages.
    const taken =
      from === null ? null : await (await import('../flow/take-article.ts')).takeArticle(context, path, from, keep);
    const article = articleOf(typed, taken, from);
    const ledger = newLedger(article);
    const notes = [
      ...(taken === null || from === null ? [] : taking(typed, taken, from)),
      ...(await warnings(context, article)),
    ];
    const found = dataOf(name, article, typed, taken);
    if (dryRun) {
      const { diffPage } = await import('../view/pages/diff.ts');
      return {
        found: shown(found, () => diffPage(slashed(placeShown(context.world, path)), null, ledger)),
        notes: [...notes, name],
      };
    }
    const created = await write(path, name, ledger, taken);
    noteOf(context)?.add([
      { path: created, before: null, after: { text: ledger, bytes: Buffer.from(ledger, 'utf8') } },
    ]);
    const where = file === null ? '' : ` -f ${name}`;
    const next = article.text === null ? `add${where} "What the article claims"` : `annotate${where}`;
    return {
      found: shown(found, () => [line(name)]),
      written: [name, ...(taken?.place ? [taken.place.file] : [])],
      notes: [...notes, `Next: factledger ${next}`],
    };
  },
});

/** What was typed, and what was taken where nothing was. @throws Refusal without a title */
function articleOf(typed: TypedArticle, taken: TakenArticle | null, from: string | null): NewArticle {
  const metadata = taken?.metadata;
  const title = typed.title ?? metadata?.title?.value ?? null;
  if (title === null) {
    const message = from === null ? 'init needs the title of the article' : `no title was found in ${from}`;
    const options = from === null ? '' : `--article ${from} `;
    throw new Refusal(message, `Write: factledger init ${options}--title "The article's title"`);
  }
  return {
    title,
    author: typed.author.length > 0 ? typed.author : (metadata?.author?.value ?? []),
    publisher: typed.publisher ?? metadata?.publisher?.value ?? null,
    published: typed.published ?? metadata?.published?.value ?? null,
    url: typed.url ?? metadata?.url?.value ?? null,
    language: typed.language ?? metadata?.language?.value ?? null,
    text: taken?.text ?? null,
  };
}

const isTyped = (typed: TypedArticle, key: (typeof TAKEN)[number]) => (typed[key] ?? []).length > 0;

/** Where each value was taken, what was not found, and what became of the article's text. */
function taking(typed: TypedArticle, { metadata, isFetched, text, redirects }: TakenArticle, from: string) {
  const open = TAKEN.filter((key) => !isTyped(typed, key));
  const missing = open.filter((key) => metadata[key] === null);
  const why = isFetched
    ? 'text: not kept, without --keep FILE'
    : `text: ${from} is outside of what the ledger belongs to, and is not named in it; --keep FILE keeps it`;
  return [
    ...redirects.map((address) => `redirected to ${address}`),
    ...open.flatMap((key) => {
      const found = metadata[key];
      return found === null ? [] : [`${key}: ${[found.value].flat().join(', ')} (${found.from})`];
    }),
    ...(missing.length === 0 ? [] : [`not found: ${missing.join(', ')}`]),
    text === null ? why : `text: ${text}`,
    ...metadata.remarks,
  ];
}

async function warnings(context: Context, { url }: NewArticle): Promise<string[]> {
  if (url === null) return [];
  const { ledgersOfSameArticle } = await import('../flow/same-article.ts');
  const others = await ledgersOfSameArticle(context, url);
  return others.map((file) => `warning: ${file} is of the same article, by its address`);
}

function dataOf(file: string, article: NewArticle, typed: TypedArticle, taken: TakenArticle | null) {
  const sources = TAKEN.map((key) => [key, isTyped(typed, key) ? null : (taken?.metadata[key]?.from ?? null)]);
  return { file, article, from: Object.fromEntries(sources), redirects: taken?.redirects ?? [] };
}

/** Writes the page that is kept and the ledger, or neither; gives the ledger's path, links resolved. */
async function write(path: string, name: string, ledger: string, taken: TakenArticle | null): Promise<string> {
  if (!taken?.place) return create(path, name, ledger);
  const page = await create(taken.place.path, taken.place.file, taken.bytes);
  try {
    return await create(path, name, ledger);
  } catch (error) {
    remove(page);
    throw error;
  }
}
