import { realpathSync } from 'node:fs';
import { dirname, extname, relative, resolve } from 'node:path';
import { type ArticleText, type LeftOut, readArticle } from '../article/article.ts';
import { type HtmlArticle, readHtml } from '../article/html.ts';
import { markdownBlocks } from '../article/markdown.ts';
import { plainBlocks } from '../article/plain.ts';
import type { Article } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import type { FetchedPage } from './fetch-page.ts';
import { type FoundLedger, slashed } from './found-ledger.ts';
import { fileRefusal, openText } from './open.ts';
import { decodePage } from './page-text.ts';
import { isWithin, ownPlace, realOf, repositoryOf } from './repository.ts';
import { errorCode } from './system-error.ts';
import { typedPath } from './typed-path.ts';

/** An article's text, and the lines of its page that are not part of it. */
export interface OpenedArticle extends ArticleText {
  readonly leftOut: readonly LeftOut[];
}

/** Formats that would be misread as plain text. */
const UNREAD = /^\.(?:docx?|odt|pdf|rtf|epub)$/i;

/**
 * Opens an article's text: the file that was typed, relative to the current folder, or the one that the ledger names,
 * relative to the ledger. Its name tells the format: Markdown, HTML, or plain text.
 * @returns null where neither is given, or what the ledger names is not there: it may be kept out of the repository
 * @throws Refusal if it cannot be read, or if the ledger names a file outside its git work tree (without one, its folder)
 */
export async function openArticle(
  world: World,
  found: FoundLedger,
  article: Article,
  typed: string | null,
): Promise<OpenedArticle | null> {
  const path =
    typed !== null ? typedPath(world, typed) : article.text === null ? null : textBeside(world, found, article.text);
  if (path === null) return null;
  const file = typed ?? article.text ?? path;
  const { kind, text } = openArticleFile(path, file);
  try {
    const { blocks, leftOut } = await readBlocks(kind, text);
    return { ...readArticle(blocks, article.title, article.language), leftOut };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${file}: nested too deeply to be read`, 'Save the article as plain text.');
  }
}

/** What an article's text is written in. */
type ArticleKind = FetchedPage['kind'];

/** An article's file, not read yet. */
interface ArticleFile {
  readonly kind: ArticleKind;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * Opens the file of an article; its name tells what it is written in.
 * @param path absolute
 * @param file as shown to people
 * @throws Refusal if it cannot be read
 */
export function openArticleFile(path: string, file: string): ArticleFile {
  const kind = kindOf(path);
  if (kind === null) {
    throw new Refusal(`${file}: ${extname(path)} files are not read`, 'Save the article as text, Markdown or HTML.');
  }
  const opened = kind === 'html' ? openText(path, decodePage) : openText(path);
  if ('text' in opened) return { kind, text: opened.text, bytes: opened.bytes };
  const { line, column, fault } = opened;
  // A file that is not there has no lines.
  throw new Refusal(`${file}${line + column > 2 ? `:${line}:${column}` : ''}: ${fault}`);
}

/** What a file of that name is written in; null for one that is not read. */
export function kindOf(name: string): ArticleKind | null {
  const extension = extname(name);
  if (UNREAD.test(extension)) return null;
  if (/^\.(?:md|markdown)$/i.test(extension)) return 'markdown';
  return /^\.x?html?$/i.test(extension) ? 'html' : 'plain';
}

/** The blocks of an article, and the lines of its page that are left out. @throws RangeError if it is nested too deeply */
export async function readBlocks(kind: ArticleKind, text: string): Promise<HtmlArticle> {
  if (kind === 'html') return readHtml(text);
  return { blocks: kind === 'markdown' ? await markdownBlocks(text) : await plainBlocks(text), leftOut: [] };
}

/** A file that a ledger names. What it names may come from anyone, so it is held within what the ledger belongs to. */
function textBeside(world: World, found: FoundLedger, name: string): string | null {
  const folder = found.path === '-' ? world.cwd : dirname(realpathSync(found.path));
  let path: string;
  try {
    path = realpathSync(resolve(folder, name));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw fileRefusal(`${found.file}: article.text (${name})`, error, 'The path is relative to the ledger.');
  }
  const bounds = boundsOf(found.path === '-' ? folder : found.path, folder);
  if (!isWithin(bounds, path)) {
    throw new Refusal(`${found.file}: article.text (${name}) leads out of ${bounds}`, 'Give it with --article.');
  }
  return path;
}

/** What the article's text of a ledger must lie in: the ledger's git work tree, or its folder where there is none. */
const boundsOf = (ledger: string, folder: string): string => repositoryOf(ledger) ?? realpathSync(folder);

/**
 * How a ledger names a file as its article's text: relative to its folder. Null where that is not allowed.
 * @param ledger absolute; it need not be there, but its folder
 * @param path absolute; the same holds
 */
export function nameBeside(ledger: string, path: string): string | null {
  const folder = realpathSync(dirname(ledger));
  const real = realOf(path) ?? ownPlace(path);
  return isWithin(boundsOf(ledger, folder), real) ? slashed(relative(folder, real)) : null;
}
