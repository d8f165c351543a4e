import { dirname, resolve } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import { kindOf, nameBeside } from './article-file.ts';
import { refuseUncreatable } from './create-file.ts';
import type { FetchedPage } from './fetch-page.ts';
import { shown } from './found-ledger.ts';

/** The file that a page is to be kept in. */
export interface KeptPage {
  /** Absolute. */
  readonly path: string;
  /** As shown to people. */
  readonly file: string;
  /** As the ledger names it. */
  readonly name: string;
}

/**
 * Where a page is kept, beside a ledger.
 * @param ledger absolute; its folder is there
 * @param typed relative to the ledger's folder
 * @throws Refusal if there is a file already, none can be made, or the ledger could not name it
 */
export function keptPage(world: World, ledger: string, typed: string): KeptPage {
  const path = resolve(dirname(ledger), typed);
  const file = shown(world, path);
  refuseUncreatable(path, file);
  const name = nameBeside(ledger, path);
  if (name === null) {
    throw new Refusal(`--keep: ${file} is outside of what the ledger belongs to`, 'Give a file beside the ledger.');
  }
  return { path, file, name };
}

/** @throws Refusal if the file's name says that something else is in it, and it would be misread */
export function refuseMisnamed({ file }: KeptPage, kind: FetchedPage['kind']): void {
  if (kindOf(file) === kind) return;
  const [what, extension] = { html: ['HTML', '.html'], markdown: ['Markdown', '.md'], plain: ['plain text', '.txt'] }[
    kind
  ];
  throw new Refusal(
    `--keep: the page is ${what}, and the name of ${file} says otherwise`,
    `Let it end in ${extension}.`,
  );
}
