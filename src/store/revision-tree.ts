import { posix } from 'node:path';

/** A file of a revision: its blob, and where it leads if it is a symbolic link. */
export interface TreeEntry {
  readonly oid: string;
  /** Null for a file that is no link. */
  readonly target: string | null;
}

/** The files of a revision as a file system would show them, links followed; paths have `/` and start at the top. */
export interface RevisionTree {
  /** Every path that leads to a file, through links too, with the path of that file. */
  readonly paths: ReadonlyMap<string, string>;
  /** What a path leads to, links resolved; it need not be there. Null where a link leads out of the tree or round. */
  readonly follow: (path: string) => string | null;
}

/** How many links one path may lead through, as in Linux. */
const LINKS = 40;

/** How many links to folders are entered one within another: enough for any real tree, and no way to unfold one. */
const NESTED = 3;

/**
 * @param root the top of the work tree, for links with an absolute target
 */
export function revisionTree(root: string, entries: ReadonlyMap<string, TreeEntry>): RevisionTree {
  const links = new Map<string, string>();
  for (const [path, { target }] of entries) if (target !== null) links.set(path, target);
  const follow = (path: string) => followed(path, links, root);
  const files = [...entries.keys()].filter((path) => !links.has(path)).sort();
  const paths = new Map(files.map((path) => [path, path]));
  // A link to a folder shows all that the folder shows; a link in it that leads back up is not entered again.
  const enter = (link: string, at: string, within: readonly string[], depth: number): void => {
    const real = follow(link);
    if (real === null || within.includes(real) || depth > NESTED) return;
    if (entries.has(real)) {
      paths.set(at, real);
      return;
    }
    for (const path of below(files, real)) paths.set(at + path.slice(real.length), path);
    for (const inner of links.keys()) {
      if (inner.startsWith(`${real}/`)) enter(inner, at + inner.slice(real.length), [...within, real], depth + 1);
    }
  };
  for (const link of links.keys()) enter(link, link, ancestors(link), 1);
  return { paths, follow };
}

function followed(path: string, links: ReadonlyMap<string, string>, root: string): string | null {
  let left = parts(path);
  let real: string[] = [];
  for (let count = 0; left.length > 0; ) {
    const part = left.shift() as string;
    if (part === '..') {
      if (real.pop() === undefined) return null;
      continue;
    }
    real.push(part);
    const target = links.get(real.join('/'));
    if (target === undefined) continue;
    if (++count > LINKS) return null;
    real.pop();
    if (posix.isAbsolute(target)) {
      if (target !== root && !target.startsWith(`${root}/`)) return null;
      real = [];
      left = [...parts(target.slice(root.length)), ...left];
    } else {
      left = [...parts(target), ...left];
    }
  }
  return real.join('/');
}

const parts = (path: string) => path.split('/').filter((part) => part !== '' && part !== '.');

const ancestors = (path: string) => parts(path).map((_, depth, all) => all.slice(0, depth).join('/'));

/** The paths below a folder, of a sorted list. */
function below(sorted: readonly string[], folder: string): readonly string[] {
  const start = folder === '' ? '' : `${folder}/`;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.startsWith(start)) end++;
  return sorted.slice(low, end);
}
