import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { type RevisionTree, revisionTree, type TreeEntry } from './revision-tree.ts';

/** The files of a git work tree as they stood at a commit; paths are relative to the work tree's top, with `/`. */
export interface Revision extends RevisionTree {
  /** The work tree's top, absolute, links resolved. */
  readonly root: string;
  /** Where other repositories stood in this one. */
  readonly submodules: ReadonlySet<string>;
  /** The contents of files that are no links; null for one that was not there. One call of git for all of them. */
  readonly read: (paths: readonly string[]) => (Uint8Array | null)[];
}

/** Contents of this size together are read at once; git itself keeps them in memory, too. */
const LARGEST = 2 ** 30;

/**
 * Opens a revision of the work tree that holds a folder.
 * @param wanted anything that git takes for a commit; with `...` behind it, its merge base with HEAD
 * @throws Refusal without git or a work tree, or if the revision cannot be read
 */
export function openRevision(folder: string, wanted: string): Revision {
  const git = (args: readonly string[], input?: string) => run(folder, args, input);
  const top = git(['rev-parse', '--show-toplevel']);
  if (top.status !== 0) {
    throw new Refusal('--against needs a git work tree, and the ledgers are in none', firstLine(top.stderr));
  }
  const root = realpathSync(text(top.stdout).replace(/\n$/, ''));
  const commit = resolveCommit(git, wanted);
  const tree = git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (tree.status !== 0) throw new Refusal(`the revision ${wanted} cannot be read`, firstLine(tree.stderr), ...DEEPER);
  const listed = listing(tree.stdout);
  const links = listed.filter(({ isLink }) => isLink);
  const targets = readBlobs(
    git,
    links.map(({ oid }) => oid),
  );
  const entries = new Map<string, TreeEntry>();
  for (const { isFile, path, oid } of listed) if (isFile) entries.set(path, { oid, target: null });
  for (const [at, { path, oid }] of links.entries())
    entries.set(path, { oid, target: text(targets[at] as Uint8Array) });
  const submodules = new Set(listed.filter(({ isFile }) => !isFile).map(({ path }) => path));
  const read = (paths: readonly string[]) => {
    const oids = paths.map((path) => entries.get(path)?.oid ?? null);
    const contents = readBlobs(
      git,
      oids.filter((oid) => oid !== null),
    );
    let next = 0;
    return oids.map((oid) => (oid === null ? null : (contents[next++] as Uint8Array)));
  };
  return { root, submodules, ...revisionTree(root, entries), read };
}

/** The mode that git gives a symbolic link. */
const LINK = '120000';

/** Reads what `git ls-tree -z` prints. A path that is not UTF-8 is left out: no ledger is found by such a one. */
function listing(bytes: Uint8Array): { isLink: boolean; isFile: boolean; oid: string; path: string }[] {
  const lines = Buffer.from(bytes).toString('latin1');
  return Array.from(lines.matchAll(/(\d+) (\w+) (\w+)\t([^\0]*)\0/g)).flatMap(([, mode, type, oid = '', raw = '']) => {
    const path = fromUtf8(raw);
    return path === null ? [] : [{ isLink: mode === LINK, isFile: type === 'blob', oid, path }];
  });
}

function fromUtf8(latin1: string): string | null {
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return null;
  }
}

/** A path within a work tree as git writes it, links resolved; null for one outside. */
export function pathWithin(root: string, file: string): string | null {
  const path = relative(root, realpathSync(file));
  return path.startsWith('..') || isAbsolute(path) ? null : path.split(sep).join('/');
}

/**
 * A path within a work tree as it is named, whatever links it leads through there; null for one outside that leads to
 * nothing inside.
 */
export function namedWithin(root: string, file: string): string | null {
  const above: string[] = [];
  for (let at = resolve(file); ; at = dirname(at)) {
    above.unshift(at);
    if (dirname(at) === at) break;
  }
  // The first folder from the top that lies in the work tree: what is below it is taken by its name.
  const inside = above.find((at) => existsSync(at) && pathWithin(root, at) !== null);
  if (inside === undefined) return null;
  const rest = relative(inside, resolve(file)).split(sep).filter(Boolean);
  return [...(pathWithin(root, inside) as string).split('/'), ...rest].filter(Boolean).join('/');
}

export const fileWithin = (root: string, path: string): string => join(root, ...path.split('/'));

type Git = (
  args: readonly string[],
  input?: string,
) => { status: number | null; stdout: Uint8Array; stderr: Uint8Array };

const DEEPER = [
  'If it is not fetched yet, fetch it first: git fetch --unshallow, or fetch-depth: 0 in actions/checkout.',
];

function resolveCommit(git: Git, wanted: string): string {
  if (/\.\.[^.]/.test(wanted))
    throw new Refusal(`${JSON.stringify(wanted)} is a range`, 'Give one revision, or REF... for its merge base.');
  const isMergeBase = wanted.endsWith('...');
  const name = isMergeBase ? wanted.slice(0, -3) : wanted;
  if (git(['rev-parse', '--verify', '--quiet', 'HEAD']).status !== 0) {
    throw new Refusal('this repository has no commit yet to compare with', 'Make the first one without --against.');
  }
  const resolved = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (name === '' || resolved.status !== 0) {
    throw new Refusal(`there is no revision ${JSON.stringify(name)} in this repository`, ...DEEPER);
  }
  const commit = text(resolved.stdout).trim();
  if (!isMergeBase) return commit;
  const base = git(['merge-base', commit, 'HEAD']);
  if (base.status !== 0) throw new Refusal(`${name} and HEAD have no commit in common here`, ...DEEPER);
  return text(base.stdout).trim();
}

/** The contents of blobs, in order. They are asked for by their hashes, so that no path can be misread. */
function readBlobs(git: Git, oids: readonly string[]): Uint8Array[] {
  if (oids.length === 0) return [];
  const { status, stdout, stderr } = git(['cat-file', '--batch'], oids.map((oid) => `${oid}\n`).join(''));
  if (status !== 0) throw new Refusal('git cannot read the revision', firstLine(stderr), ...DEEPER);
  let at = 0;
  return oids.map((oid) => {
    const end = stdout.indexOf(10, at);
    const size = /^\S+ blob (\d+)$/.exec(text(stdout.subarray(at, end)))?.[1];
    if (size === undefined) throw new Refusal(`git cannot read ${oid} of the revision`, ...DEEPER);
    at = end + 1 + Number(size) + 1;
    return stdout.subarray(end + 1, at - 1);
  });
}

function run(folder: string, args: readonly string[], input?: string): ReturnType<Git> {
  // Loaded when it is due, for only a few commands call git.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    input: input ?? '',
    maxBuffer: LARGEST,
  });
  if (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Refusal(
      isMissing ? '--against needs git, and it is not installed' : `git cannot be run: ${error.message}`,
    );
  }
  return { status, stdout, stderr };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const firstLine = (bytes: Uint8Array) => text(bytes).split('\n')[0] ?? '';

/**
 * The top of the git work tree that holds a folder, found without git by its `.git`; null where there is none.
 * @param folder absolute
 */
export function workTreeOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}
