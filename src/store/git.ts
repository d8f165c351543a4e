import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Refusal } from '../model/refusal.ts';

/** The files of a git work tree as they stood at a commit; paths are relative to the work tree's top, with `/`. */
export interface Revision {
  /** The work tree's top, absolute, links resolved. */
  readonly root: string;
  readonly paths: readonly string[];
  /** The contents of files; null for one that was not there. One call of git for all of them. */
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
  const tree = git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]);
  if (tree.status !== 0) throw new Refusal(`the revision ${wanted} cannot be read`, firstLine(tree.stderr), ...DEEPER);
  const paths = text(tree.stdout)
    .split('\0')
    .filter((path) => path !== '');
  return { root, paths, read: (asked) => readFiles(git, commit, asked, new Set(paths)) };
}

/** A file's path within a work tree as git writes it; null for one outside. */
export function pathWithin(root: string, file: string): string | null {
  const path = relative(root, realpathSync(file));
  return path.startsWith('..') || isAbsolute(path) ? null : path.split(sep).join('/');
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
    throw new Refusal('this repository has no commit yet to compare with', ...DEEPER);
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

function readFiles(
  git: Git,
  commit: string,
  asked: readonly string[],
  known: ReadonlySet<string>,
): (Uint8Array | null)[] {
  const there = asked.filter((path) => known.has(path));
  // The paths go through standard input: a line break in one is no path that git could be asked for so.
  if (there.some((path) => path.includes('\n'))) throw new Refusal('a path with a line break cannot be asked of git');
  if (there.length === 0) return asked.map(() => null);
  const { status, stdout, stderr } = git(['cat-file', '--batch'], there.map((path) => `${commit}:${path}\n`).join(''));
  if (status !== 0) throw new Refusal('git cannot read the revision', firstLine(stderr), ...DEEPER);
  const contents = new Map<string, Uint8Array>();
  let at = 0;
  for (const path of there) {
    const end = stdout.indexOf(10, at);
    const size = /^\S+ blob (\d+)$/.exec(text(stdout.subarray(at, end)))?.[1];
    if (size === undefined) throw new Refusal(`git cannot read ${path} at the revision`, ...DEEPER);
    contents.set(path, stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return asked.map((path) => contents.get(path) ?? null);
}

function run(folder: string, args: readonly string[], input?: string): ReturnType<Git> {
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
