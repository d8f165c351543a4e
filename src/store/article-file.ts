import { realpathSync } from 'node:fs';
import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type ArticleText, type Block, readArticle } from '../article/article.ts';
import { htmlBlocks } from '../article/html.ts';
import { markdownBlocks } from '../article/markdown.ts';
import { plainBlocks } from '../article/plain.ts';
import type { Article } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import type { FoundLedger } from './found-ledger.ts';
import { fileRefusal, openText } from './open.ts';
import { repositoryOf } from './repository.ts';
import { errorCode } from './system-error.ts';

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
): Promise<ArticleText | null> {
  const path =
    typed !== null ? resolve(world.cwd, typed) : article.text === null ? null : textBeside(world, found, article.text);
  if (path === null) return null;
  const file = typed ?? article.text ?? path;
  const extension = extname(path);
  if (UNREAD.test(extension)) {
    throw new Refusal(`${file}: ${extension} files are not read`, 'Save the article as text, Markdown or HTML.');
  }
  const opened = openText(path);
  if ('fault' in opened) {
    const { line, column, fault } = opened;
    // A file that is not there has no lines.
    throw new Refusal(`${file}${line + column > 2 ? `:${line}:${column}` : ''}: ${fault}`);
  }
  try {
    return readArticle(await blocksOf(extension, opened.text), article.title, article.language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${file}: nested too deeply to be read`, 'Save the article as plain text.');
  }
}

async function blocksOf(extension: string, text: string): Promise<Block[]> {
  if (/^\.(?:md|markdown)$/i.test(extension)) return markdownBlocks(text);
  if (/^\.x?html?$/i.test(extension)) return htmlBlocks(text);
  return plainBlocks(text);
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
  const bounds = repositoryOf(found.path === '-' ? folder : found.path) ?? realpathSync(folder);
  const within = relative(bounds, path);
  if (isAbsolute(within) || within.split(sep)[0] === '..') {
    throw new Refusal(`${found.file}: article.text (${name}) leads out of ${bounds}`, 'Give it with --article.');
  }
  return path;
}
