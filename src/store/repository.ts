import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { slashed } from './found-ledger.ts';

/**
 * The top of the git work tree that a file or folder belongs to, links resolved: found by the `.git` above its own path,
 * wherever the command runs. What is not there belongs where its folder does. Null where there is none.
 * @param path absolute
 */
export function repositoryOf(path: string): string | null {
  const above = dirname(path);
  const real = realOf(path);
  if (real === null) return above === path ? null : repositoryOf(above);
  for (let at = real; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/** The work trees around the one that a path belongs to, from the inside out. */
export function repositoriesAbove(path: string): string[] {
  const tops: string[] = [];
  for (let top = repositoryOf(path); top !== null && dirname(top) !== top; top = repositoryOf(dirname(top)))
    tops.push(top);
  return tops.slice(1);
}

/**
 * The repositories in which links stand that paths lead through: what stood in a link's place belongs there, wherever it
 * leads now.
 */
export function repositoriesOfLinks(paths: readonly string[]): Set<string> {
  const reals = new Map<string, string | null>();
  const tops = new Set<string>();
  for (const path of paths) {
    for (let at = path; dirname(at) !== at && !reals.has(at); at = dirname(at)) {
      const above = dirname(at);
      const parent = reals.get(above) ?? realOf(above);
      const real = realOf(at);
      reals.set(at, real);
      const isLink = parent !== null && real !== null && real !== join(parent, basename(at));
      const top = isLink ? repositoryOf(above) : null;
      if (top !== null) tops.add(top);
    }
  }
  return tops;
}

/** Where a path itself lies, be it a link: the links that lead to its folder resolved. */
export function ownPlace(path: string): string {
  const folder = dirname(path);
  return join(realOf(folder) ?? folder, basename(path));
}

/** A path as the repository names it that it belongs to: from the top, with `/`. Null where there is none. */
export function nameInRepository(path: string): string | null {
  const top = repositoryOf(path);
  const named = top === null ? null : namedWithin(top, path);
  return top === null || named === null ? null : slashed(relative(top, named));
}

/**
 * Where a path lies in a work tree, by its name below the first folder that lies in it, whatever links it leads through
 * there; absolute, below the top as that is written. Null for one outside that leads to nothing inside.
 * @param root the top, links resolved
 */
export function namedWithin(root: string, path: string): string | null {
  const absolute = resolve(path);
  if (isWithin(root, absolute)) return absolute;
  const parent = dirname(absolute);
  const above = parent === absolute ? null : namedWithin(root, parent);
  if (above !== null) return join(above, relative(parent, absolute));
  const real = realOf(absolute);
  return real !== null && isWithin(root, real) ? real : null;
}

/** Whether a path is that of a folder or below it; both absolute, links resolved. */
export function isWithin(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return !isAbsolute(below) && below.split(sep)[0] !== '..';
}

/** A path with links resolved; null where nothing is there. */
export function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
