import { dirname, join, parse, posix, relative, sep } from 'node:path';
import type { Entry, Files, Kind } from './files.ts';
import { isWithin, namedWithin, realOf } from './repository.ts';

/** A file of a revision: its blob, and where it leads if it is a symbolic link. */
export interface TreeEntry {
  readonly oid: string;
  /** Null for a file that is no link. */
  readonly target: string | null;
}

/** How many links one path may lead through, as in Linux. */
const LINKS = 40;

const FILE: Kind = { isFile: () => true, isDirectory: () => false };
const FOLDER: Kind = { isFile: () => false, isDirectory: () => true };
const LINK: Kind = { isFile: () => false, isDirectory: () => false };

/**
 * The files of a work tree as they stood at a revision. Of what lies outside of it, there are the folders that lead to
 * its top and nothing else, so that no link leads out.
 */
export class RevisionFiles implements Files {
  private readonly root: string;
  private readonly tree: ReadonlyMap<string, TreeEntry>;
  private readonly folders: ReadonlyMap<string, readonly Entry[]>;
  private readonly fetch: (oids: readonly string[]) => readonly Buffer[];
  private readonly blobs = new Map<string, Buffer>();

  /**
   * @param root the top of the work tree, absolute, links resolved
   * @param tree by absolute path
   * @param fetch gets the contents of blobs, in order
   */
  constructor(
    root: string,
    tree: ReadonlyMap<string, TreeEntry>,
    fetch: (oids: readonly string[]) => readonly Buffer[],
  ) {
    this.root = root;
    this.tree = tree;
    this.folders = foldersOf(root, tree);
    this.fetch = fetch;
  }

  stat(path: string): Kind | undefined {
    const real = this.follow(path);
    if (real === null) return undefined;
    return this.tree.has(real) ? FILE : FOLDER;
  }

  real(path: string): string {
    const real = this.follow(path);
    if (real === null) throw new Error(`the revision has no ${path}`);
    return real;
  }

  entries(folder: string): readonly Entry[] {
    return this.folders.get(this.real(folder)) ?? [];
  }

  start(path: string, most: number): Buffer | null {
    return this.blobOf(path)?.subarray(0, most) ?? null;
  }

  bytes(path: string): Buffer {
    const bytes = this.blobOf(path);
    if (bytes === null) throw new Error(`the revision has no ${path}`);
    return bytes;
  }

  prefetch(paths: readonly string[]): void {
    const oids = new Set(paths.flatMap((path) => this.oidOf(path) ?? []).filter((oid) => !this.blobs.has(oid)));
    const contents = this.fetch([...oids]).values();
    for (const oid of oids) this.blobs.set(oid, contents.next().value ?? Buffer.alloc(0));
  }

  private blobOf(path: string): Buffer | null {
    this.prefetch([path]);
    return this.blobs.get(this.oidOf(path) ?? '') ?? null;
  }

  private oidOf(path: string): string | null {
    return this.tree.get(this.follow(path) ?? '')?.oid ?? null;
  }

  /** The path of its own of what a path leads to; null where it leads to nothing. */
  private follow(path: string): string | null {
    if (this.tree.get(path)?.target === null) return path;
    const located = this.locate(path);
    if (located === null) return null;
    const top = parse(located).root;
    let real = top;
    const left = parts(located.slice(top.length)).reverse();
    let links = 0;
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      if (!this.folders.has(real)) return null;
      const at = join(real, part);
      const target = this.tree.get(at)?.target ?? null;
      if (target === null) {
        real = at;
        continue;
      }
      if (++links > LINKS) return null;
      if (posix.isAbsolute(target)) real = top;
      left.push(...parts(target.replaceAll('/', sep)).reverse());
    }
    return this.folders.has(real) || this.tree.has(real) ? real : null;
  }

  /** A path as it is written from the top of the file system down to the work tree, and in it. */
  private locate(path: string): string | null {
    if (isWithin(this.root, path) || isWithin(path, this.root)) return path;
    const named = namedWithin(this.root, path);
    if (named !== null) return named;
    const real = realOf(path);
    return real !== null && isWithin(real, this.root) ? real : null;
  }
}

const parts = (path: string) => path.split(sep).filter((part) => part !== '' && part !== '.');

/** What each folder holds, from the top of the file system down. */
function foldersOf(root: string, tree: ReadonlyMap<string, TreeEntry>): Map<string, Entry[]> {
  const folders = new Map<string, Entry[]>();
  const entriesOf = (folder: string): Entry[] => {
    const known = folders.get(folder);
    if (known) return known;
    const entries: Entry[] = [];
    folders.set(folder, entries);
    const above = dirname(folder);
    if (above !== folder) entriesOf(above).push({ name: relative(above, folder), ...FOLDER });
    return entries;
  };
  entriesOf(root);
  for (const [path, { target }] of tree) {
    const folder = dirname(path);
    const kind = target === null ? FILE : LINK;
    entriesOf(folder).push({ name: path.slice(path.lastIndexOf(sep) + 1), ...kind });
  }
  return folders;
}
