import { join, sep } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import type { Files } from './files.ts';
import { realOf } from './repository.ts';
import { RevisionFiles, type TreeEntry } from './revision-files.ts';
import { errorCode } from './system-error.ts';

/** The files of a git work tree as they stood at a commit. */
export interface Revision {
  /** The work tree's top, absolute, links resolved. */
  readonly root: string;
  readonly files: Files;
  /** Where other repositories stood in this one; absolute. */
  readonly submodules: ReadonlySet<string>;
}

/** Contents of this size together are read at once; git itself keeps them in memory, too. */
const LARGEST = 2 ** 30;

/**
 * Opens a revision of a work tree.
 * @param root the work tree's top, absolute, links resolved
 * @param wanted anything that git takes for a commit; with `...` behind it, its merge base with HEAD
 * @throws Refusal without git or a work tree, or if the revision cannot be read
 */
export function openRevision(root: string, wanted: string): Revision {
  const git = (args: readonly string[], input?: string) => run(root, args, input);
  const top = git(['rev-parse', '--show-toplevel']);
  if (top.status !== 0) {
    throw new Refusal(`--against needs a git work tree, and ${root} cannot be read as one`, firstLine(top.stderr));
  }
  // Where a `.git` is no repository, git would go on to the next one above.
  const found = realOf(text(top.stdout).replace(/\n$/, ''));
  if (found !== root) throw new Refusal(`--against needs a git work tree, and ${root} is none`, `git takes ${found}.`);
  const commit = resolveCommit(git, wanted);
  const tree = git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (tree.status !== 0) throw new Refusal(`the revision ${wanted} cannot be read`, firstLine(tree.stderr), ...DEEPER);
  const listed = listing(tree.stdout);
  const links = listed.filter(({ isLink }) => isLink);
  const targets = readBlobs(
    git,
    links.map(({ oid }) => oid),
  );
  const absolute = (path: string) => join(root, ...path.split('/'));
  const entries = new Map<string, TreeEntry>();
  for (const { isFile, path, oid } of listed) if (isFile) entries.set(absolute(path), { oid, target: null });
  for (const [at, target] of targets.entries()) {
    const link = links[at];
    if (link) entries.set(absolute(link.path), { oid: link.oid, target: text(target) });
  }
  return {
    root,
    files: new RevisionFiles(root, entries, (oids) => readBlobs(git, oids)),
    submodules: new Set(listed.filter(({ isFile }) => !isFile).map(({ path }) => absolute(path))),
  };
}

/** The mode that git gives a symbolic link. */
const LINK = '120000';

/** Whether a path stays where it says, which no tree need keep to that git has not made itself. */
const isPlain = (path: string) =>
  path.split('/').every((part) => !['', '.', '..'].includes(part) && (sep === '/' || !part.includes(sep)));

/**
 * Reads what `git ls-tree -z` prints. A path that is not UTF-8 is left out, for no ledger is found by such a one, and so
 * is one that no checkout makes.
 */
function listing(bytes: Uint8Array): { isLink: boolean; isFile: boolean; oid: string; path: string }[] {
  const lines = Buffer.from(bytes).toString('latin1');
  return Array.from(lines.matchAll(/(\d+) (\w+) (\w+)\t([^\0]*)\0/g)).flatMap(([, mode, type, oid = '', raw = '']) => {
    const path = fromUtf8(raw);
    return path === null || !isPlain(path) ? [] : [{ isLink: mode === LINK, isFile: type === 'blob', oid, path }];
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

type Git = (args: readonly string[], input?: string) => { status: number | null; stdout: Buffer; stderr: Buffer };

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
function readBlobs(git: Git, oids: readonly string[]): Buffer[] {
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

/** What would lead git to another repository than the one it is run in, such as the one whose hook this is. */
const NOT_LED = Object.fromEntries(
  ['DIR', 'WORK_TREE', 'COMMON_DIR', 'INDEX_FILE', 'OBJECT_DIRECTORY', 'NAMESPACE', 'CEILING_DIRECTORIES'].map(
    (name) => [`GIT_${name}`, undefined],
  ),
);

function run(folder: string, args: readonly string[], input?: string): ReturnType<Git> {
  // Loaded when it is due, for only a few commands call git.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    env: { ...process.env, ...NOT_LED },
    input: input ?? '',
    maxBuffer: LARGEST,
  });
  if (error) {
    const isMissing = errorCode(error) === 'ENOENT';
    throw new Refusal(
      isMissing ? '--against needs git, and it is not installed' : `git cannot be run: ${error.message}`,
    );
  }
  return { status, stdout, stderr };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const firstLine = (bytes: Uint8Array) => text(bytes).split('\n')[0] ?? '';
