import { posix, resolve } from 'node:path';
import type { World } from '../model/world.ts';
import { type Checks, readChecks } from '../yaml/read-checks.ts';
import { readConfig } from '../yaml/read-ledger.ts';
import { NO_CHECKS } from './checks.ts';
import { CONFIG, DEFAULT, fromEnvironment, isFolder } from './discover.ts';
import { pathWithin, type Revision } from './git.ts';
import { matcher } from './globs.ts';
import { decode } from './open.ts';
import { looksLikeLedger } from './walk.ts';

/** What a revision held: its ledgers by path within the work tree, and what its configuration set for `check`. */
export interface Former {
  readonly texts: ReadonlyMap<string, string>;
  readonly checks: Checks;
  /** Whether the revision's configuration left a path out. */
  readonly isExcluded: (path: string) => boolean;
}

/**
 * The ledgers of a revision that the same command line would have found there, and those that are found now.
 * The revision's own configuration decides, so that a change to it cannot excuse a change to a ledger.
 * @param now paths within the work tree of the ledgers that are found now
 */
export function formerLedgers(
  world: World,
  given: readonly string[],
  revision: Revision,
  now: readonly string[],
  ruleIds: readonly string[],
): Former {
  const here = pathWithin(revision.root, world.cwd) ?? '';
  const config = nearest(revision.paths, here, CONFIG);
  const text = config === null ? '' : textOf(revision.read([config])[0] ?? null);
  const folder = config === null ? '' : posix.dirname(config).replace(/^\.$/, '');
  const { checks } = text.trim() === '' ? { checks: NO_CHECKS } : readChecks(text, ruleIds);
  const globs = text.trim() === '' ? [] : readConfig(text).ledgers;
  const isMeant = scopeOf(world, given, revision, here, globs.length > 0 ? matcher(folder, globs) : null);
  const wanted = [...new Set([...now, ...revision.paths.filter(isMeant)])];
  const contents = revision.read(wanted);
  const texts = wanted.flatMap((path, index): [string, string][] => {
    const former = textOf(contents[index] ?? null);
    return looksLikeLedger(former) ? [[path, former]] : [];
  });
  const excludes = matcher(folder, checks.exclude);
  return { texts: new Map(texts), checks, isExcluded: excludes };
}

/** Which paths of the revision the command line means. */
function scopeOf(
  world: World,
  given: readonly string[],
  { root, paths: known }: Revision,
  here: string,
  byGlobs: ((path: string) => boolean) | null,
): (path: string) => boolean {
  const typed = given.length > 0 ? given : fromEnvironment(world);
  if (typed.length > 0) {
    const paths = typed.filter((path) => path !== '-').map((path) => resolve(world.cwd, path));
    const within = paths.map((path) => ({ path: pathWithin(root, path), isFolder: isFolder(path) }));
    return (path) =>
      within.some((one) => one.path !== null && (one.isFolder ? isBelow(path, one.path) : path === one.path));
  }
  if (byGlobs) return byGlobs;
  const only = nearest(known, here, DEFAULT);
  return (path) => path === only;
}

/** Hidden files and folders are passed over, as in a search. */
const isBelow = (path: string, folder: string) =>
  (folder === '' || path.startsWith(`${folder}/`)) &&
  /\.ya?ml$/i.test(path) &&
  !/(^|\/)\./.test(path.slice(folder.length));

/** The nearest file of a name among the paths of a revision, from a folder upwards. */
function nearest(paths: readonly string[], from: string, name: string): string | null {
  const known = new Set(paths);
  for (let folder = from; ; folder = folder.includes('/') ? posix.dirname(folder) : '') {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (known.has(path)) return path;
    if (folder === '') return null;
  }
}

function textOf(bytes: Uint8Array | null): string {
  const opened = bytes === null ? null : decode(bytes);
  return opened && 'text' in opened ? opened.text : '';
}
