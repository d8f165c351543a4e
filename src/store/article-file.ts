import { realpathSync } from 'node:fs';
import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type ArticleText, readArticle } from '../article/article.ts';
import { plainBlocks } from '../article/plain.ts';
import type { Article } from '../model/ledger.ts';
import { NothingFound, Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import type { FoundLedger } from './discover.ts';
import { workTreeOf } from './git.ts';
import { fileRefusal, openText } from './open.ts';

/** Formats that are not plain text, and would be misread as such. */
const MARKUP = /^\.(?:md|markdown|html?|xhtml|docx?|odt|pdf|rtf)$/i;

/**
 * Opens an article's text: the file that was typed, relative to the current folder, or the one that the ledger names,
 * relative to the ledger.
 * @returns null where neither is given
 * @throws NothingFound if the ledger names a file that is not there
 * @throws Refusal if it cannot be read, or if the ledger names a file outside its git work tree (without one, its folder)
 */
export function openArticle(
  world: World,
  found: FoundLedger,
  article: Article,
  typed: string | null,
): ArticleText | null {
  const path =
    typed !== null ? resolve(world.cwd, typed) : article.text === null ? null : textBeside(world, found, article.text);
  if (path === null) return null;
  const file = typed ?? article.text ?? path;
  if (MARKUP.test(extname(path))) {
    throw new Refusal(
      `${file}: only plain text is read so far`,
      'Save the article as a .txt file, a paragraph a line.',
    );
  }
  const opened = openText(path);
  if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
  return readArticle(plainBlocks(opened.text), article.title, article.language);
}

/** A file that a ledger names. What it names may come from anyone, so it is held within what the ledger belongs to. */
function textBeside(world: World, found: FoundLedger, name: string): string {
  const folder = found.path === '-' ? world.cwd : dirname(realpathSync(found.path));
  let path: string;
  try {
    path = realpathSync(resolve(folder, name));
  } catch (error) {
    const what = `${found.file}: article.text (${name})`;
    const refusal = fileRefusal(what, error, 'The path is relative to the ledger.');
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new NothingFound(refusal.message, ...refusal.advice)
      : refusal;
  }
  const bounds = realpathSync(workTreeOf(folder) ?? folder);
  const within = relative(bounds, path);
  if (isAbsolute(within) || within.split(sep)[0] === '..') {
    throw new Refusal(`${found.file}: article.text (${name}) leads out of ${bounds}`, 'Give it with --article.');
  }
  return path;
}
