import { posix, resolve } from 'node:path';
import type { Settable } from '../model/rule-option.ts';
import type { World } from '../model/world.ts';
import type { Checks } from '../yaml/read-checks.ts';
import { NO_CHECKS } from './checks.ts';
import { CONFIG, DEFAULT, fromEnvironment } from './discover.ts';
import { namedWithin, pathWithin, type Revision } from './git.ts';
import { matcher } from './globs.ts';
import { decode } from './open.ts';
import { looksLikeLedger } from './walk.ts';

/** A ledger of a revision: the path it was found by there, links not resolved, and its text. */
interface FormerLedger {
  readonly path: string;
  readonly text: string;
}

/** What a revision held: its ledgers by their own path in it, and what its configuration set for `check`. */
export interface Former {
  readonly ledgers: ReadonlyMap<string, FormerLedger>;
  readonly checks: Checks;
  /** Whether the revision's configuration left a path out. */
  readonly isExcluded: (path: string) => boolean;
}

/**
 * The ledgers of a revision that the same command line would have found there, and those that are found now.
 * The revision's own configuration decides, so that a change to it cannot excuse a change to a ledger.
 * @param now paths of the revision, links resolved, that the ledgers found now may have had
 */
export async function formerLedgers(
  world: World,
  given: readonly string[],
  revision: Revision,
  now: readonly string[],
  rules: readonly Settable[],
): Promise<Former> {
  const here = pathWithin(revision.root, world.cwd) ?? '';
  const config = nearest(revision, here, CONFIG);
  const text = config === null ? '' : textOf(revision.read([revision.paths.get(config) as string])[0] ?? null);
  const folder = config === null ? '' : posix.dirname(config).replace(/^\.$/, '');
  const { checks, globs } = await readFormerConfig(text, rules);
  const isMeant = scopeOf(world, given, revision, here, globs.length > 0 ? await matcher(folder, globs) : null);
  // By the path of its own, each file once; the first path that leads to it names it.
  const wanted = new Map<string, string>();
  for (const [path, file] of revision.paths) if (isMeant(path) && !wanted.has(file)) wanted.set(file, path);
  for (const file of now) if (!wanted.has(file)) wanted.set(file, file);
  const contents = revision.read([...wanted.keys()]);
  const ledgers = new Map<string, FormerLedger>();
  for (const [index, [file, path]] of [...wanted].entries()) {
    const former = textOf(contents[index] ?? null);
    if (await looksLikeLedger(former)) ledgers.set(file, { path, text: former });
  }
  return { ledgers, checks, isExcluded: await matcher(folder, checks.exclude) };
}

async function readFormerConfig(
  text: string,
  rules: readonly Settable[],
): Promise<{ checks: Checks; globs: readonly string[] }> {
  if (text.trim() === '') return { checks: NO_CHECKS, globs: [] };
  const { readChecks } = await import('../yaml/read-checks.ts');
  const { readConfig } = await import('../yaml/read-config.ts');
  return { checks: readChecks(text, rules).checks, globs: readConfig(text).ledgers };
}

/** Which paths of the revision the command line means. */
function scopeOf(
  world: World,
  given: readonly string[],
  revision: Revision,
  here: string,
  byGlobs: ((path: string) => boolean) | null,
): (path: string) => boolean {
  const typed = given.length > 0 ? given : fromEnvironment(world);
  if (typed.length > 0) {
    const paths = typed.filter((path) => path !== '-').map((path) => resolve(world.cwd, path));
    const meant = paths.flatMap((path) => meantThere(revision, path) ?? []);
    return (path) => meant.some((one) => path === one || isBelow(path, one));
  }
  if (byGlobs) return byGlobs;
  const only = nearest(revision, here, DEFAULT);
  return (path) => path === only;
}

/** What a path of today named at the revision: the same path, or where that is new, what it leads to now. */
function meantThere({ root, paths }: Revision, file: string): string | null {
  const name = namedWithin(root, file);
  if (name === null) return null;
  const wasThere = name === '' || paths.has(name) || [...paths.keys()].some((path) => path.startsWith(`${name}/`));
  return wasThere ? name : pathWithin(root, file);
}

/** Hidden files and folders are passed over, as in a search. */
const isBelow = (path: string, folder: string) =>
  (folder === '' || path.startsWith(`${folder}/`)) &&
  /\.ya?ml$/i.test(path) &&
  !/(^|\/)\./.test(path.slice(folder.length));

/** The nearest file of a name among the paths of a revision, from a folder upwards. */
function nearest({ paths }: Revision, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.includes('/') ? posix.dirname(folder) : '') {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (paths.has(path)) return path;
    if (folder === '') return null;
  }
}

function textOf(bytes: Uint8Array | null): string {
  const opened = bytes === null ? null : decode(bytes);
  return opened && 'text' in opened ? opened.text : '';
}
