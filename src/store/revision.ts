import { dirname, join, relative, resolve } from 'node:path';
import type { Commit } from './commits.ts';
import type { Files } from './files.ts';
import { slashed } from './found-ledger.ts';
import { fromUtf8, isPlain } from './git-paths.ts';
import { RevisionFiles, type TreeEntry } from './revision-files.ts';
import type { WorkTree } from './work-tree.ts';

/** The files of a git work tree as they stood at a commit. */
export interface Revision {
  readonly tree: WorkTree;
  readonly commit: Commit;
  readonly files: Files;
  /** Where other repositories stood in this one, absolute, and at which of their commits. */
  readonly submodules: ReadonlyMap<string, string>;
  /** The symbolic links, absolute, with where they led; absolute. */
  readonly links: ReadonlyMap<string, string>;
}

/** @throws Refusal if the revision cannot be read */
export function openRevision(tree: WorkTree, commit: Commit): Revision {
  const ran = tree.git(['ls-tree', '-r', '-z', '--full-tree', commit.oid]);
  if (ran.status !== 0) throw tree.unreadable(`the revision ${commit.oid}`, ran);
  const listed = listing(ran.stdout);
  const links = listed.filter(({ isLink }) => isLink);
  const targets = tree.blobs(links.map(({ oid }) => oid));
  const entries = new Map<string, TreeEntry>();
  for (const { isFile, path, oid } of listed) if (isFile) entries.set(tree.absolute(path), { oid, target: null });
  for (const [at, target] of targets.entries()) {
    const link = links[at];
    if (link) entries.set(tree.absolute(link.path), { oid: link.oid, target: target.toString() });
  }
  return {
    tree,
    commit,
    files: new RevisionFiles(tree.root, entries, (oids) => tree.blobs(oids)),
    links: new Map(links.map(({ path }, at) => leading(tree.absolute(path), String(targets[at] ?? '')))),
    submodules: new Map(listed.filter(({ isFile }) => !isFile).map(({ path, oid }) => [tree.absolute(path), oid])),
  };
}

/** How many links one path may lead through, as in Linux. */
const LINKS = 40;

/** Where a path leads to by the links of a revision; absolute. */
export function ledTo(links: ReadonlyMap<string, string>, path: string): string {
  let at = path;
  for (let followed = 0; followed < LINKS; followed++) {
    let link = at;
    while (!links.has(link) && dirname(link) !== link) link = dirname(link);
    const target = links.get(link);
    if (target === undefined) break;
    at = join(target, relative(link, at));
  }
  return at;
}

const leading = (path: string, target: string) => [path, resolve(dirname(path), target)] as const;

/** The mode that git gives a symbolic link. */
const LINK = '120000';

/** Reads what `git ls-tree -z` prints, without what no checkout makes. */
function listing(bytes: Uint8Array): { isLink: boolean; isFile: boolean; oid: string; path: string }[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return Array.from(lines.matchAll(/(\d+) (\w+) (\w+)\t([^\0]*)\0/g)).flatMap(([, mode, type, oid = '', raw = '']) => {
    const path = fromUtf8(raw);
    return path === null || !isPlain(path) ? [] : [{ isLink: mode === LINK, isFile: type === 'blob', oid, path }];
  });
}

/**
 * What files were before they became what they are at a commit, newest first, along first parents; nothing of a file
 * before it was put there.
 * @param paths absolute
 */
export function earlierVersions({ tree, commit }: Revision, paths: readonly string[]): ReadonlyMap<string, Buffer[]> {
  const versions = new Map<string, Buffer[]>();
  if (paths.length === 0) return versions;
  const named = paths.map((path) => slashed(relative(tree.root, path)));
  const commits = tree.ask(['--literal-pathspecs', 'rev-list', '--first-parent', commit.oid, '--', ...named]);
  const ran = tree.git(
    [
      '--literal-pathspecs',
      'diff-tree',
      '--stdin',
      '-z',
      '-r',
      '--root',
      '--diff-merges=first-parent',
      '--no-renames',
      '--raw',
      '--',
      ...named,
    ],
    commits,
  );
  if (ran.status !== 0) throw tree.unreadable('the history', ran);
  const raw = ran.stdout.toString('latin1');
  const steps: { path: string; isFile: boolean; oid: string }[] = [];
  for (const [, mode = '', before = '', bytes = ''] of raw.matchAll(/:(\d+) \d+ (\w+) \w+ [A-Z]\d*\0([^\0]*)\0/g)) {
    const path = fromUtf8(bytes);
    if (path !== null) steps.push({ path: tree.absolute(path), isFile: mode.startsWith('100'), oid: before });
  }
  const ended = new Set<string>();
  const wanted = steps.filter(({ path, isFile }) => {
    if (!isFile) ended.add(path);
    return !ended.has(path);
  });
  const blobs = tree.blobs(wanted.map(({ oid }) => oid));
  for (const [at, { path }] of wanted.entries()) {
    const list = versions.get(path) ?? [];
    list.push(blobs[at] ?? Buffer.alloc(0));
    versions.set(path, list);
  }
  return versions;
}
