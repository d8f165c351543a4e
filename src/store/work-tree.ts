import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { slashed } from './found-ledger.ts';
import { fromUtf8, isPlain } from './git-paths.ts';
import { DEEPER, type Git, gitIn, saidBy } from './git-run.ts';
import { realOf } from './repository.ts';
import { errorCode } from './system-error.ts';

/** A file of the index: its blob, and whether a sparse checkout leaves it out of the work tree. */
interface IndexEntry {
  readonly oid: string;
  readonly isLeftOut: boolean;
}

/** A git work tree, asked at its top. What git says of it is asked once. */
export class WorkTree {
  /** The top, absolute, links resolved. */
  readonly root: string;
  readonly git: Git;
  private known: ReadonlyMap<string, IndexEntry> | null = null;

  private constructor(root: string, git: Git) {
    this.root = root;
    this.git = git;
  }

  /**
   * @param root the top of a work tree, found by its `.git`; absolute, links resolved
   * @throws Refusal without git, or if git takes something else for the repository, or cannot read it
   */
  static open(root: string): WorkTree {
    const git = gitIn(root);
    const top = git(['rev-parse', '--show-toplevel']);
    if (top.status !== 0) {
      throw new Refusal(
        `a comparison with git needs a git work tree, and ${root} cannot be read as one`,
        ...saidBy(top, root),
      );
    }
    // Where a `.git` is no repository, git would go on to the next one above.
    const found = realOf(text(top.stdout).replace(/\n$/, ''));
    if (found !== root)
      throw new Refusal(`a comparison with git needs a git work tree, and ${root} is none`, `git takes ${found}.`);
    return new WorkTree(root, git);
  }

  isShallow(): boolean {
    return this.ask(['rev-parse', '--is-shallow-repository']).trim() === 'true';
  }

  /** The commits that were fetched without their parents. */
  cutOff(): ReadonlySet<string> {
    return new Set(this.isShallow() ? this.linesOf('shallow') : []);
  }

  /** The commits that a merge under way brings to HEAD. */
  mergeHeads(): readonly string[] {
    return this.linesOf('MERGE_HEAD');
  }

  /** The files that git tracks, by absolute path. */
  index(): ReadonlyMap<string, IndexEntry> {
    this.known ??= this.readIndex();
    return this.known;
  }

  /** Which of some files git is told to ignore; absolute paths. */
  ignoredAmong(paths: readonly string[]): ReadonlySet<string> {
    if (paths.length === 0) return new Set();
    const named = paths.map((path) => slashed(relative(this.root, path)));
    const ran = this.git(['check-ignore', '-z', '--stdin'], named.map((path) => `${path}\0`).join(''));
    if (ran.status !== 0 && ran.status !== 1) {
      throw new Refusal(`git cannot tell what it ignores in ${this.root}`, ...saidBy(ran, this.root));
    }
    return new Set(
      text(ran.stdout)
        .split('\0')
        .filter(Boolean)
        .map((path) => this.absolute(path)),
    );
  }

  /** The contents of blobs, in order. They are asked for by their hashes, so that no path can be misread. */
  blobs(oids: readonly string[]): Buffer[] {
    if (oids.length === 0) return [];
    const ran = this.git(['cat-file', '--batch'], oids.map((oid) => `${oid}\n`).join(''));
    if (ran.status !== 0) throw this.unreadable('the revision', ran);
    const { stdout } = ran;
    let at = 0;
    return oids.map((oid) => {
      const end = stdout.indexOf(10, at);
      const size = /^\S+ blob (\d+)$/.exec(text(stdout.subarray(at, end)))?.[1];
      if (size === undefined) throw this.unreadable(`${oid} of the revision`, ran);
      at = end + 1 + Number(size) + 1;
      return stdout.subarray(end + 1, at - 1);
    });
  }

  /** What git prints. @throws Refusal if it fails */
  ask(args: readonly string[], input?: string): string {
    const ran = this.git(args, input);
    if (ran.status !== 0) throw this.unreadable('the repository', ran);
    return text(ran.stdout);
  }

  unreadable(what: string, ran: Parameters<typeof saidBy>[0]): Refusal {
    return new Refusal(
      `git cannot read ${what} in ${this.root}`,
      ...saidBy(ran, this.root),
      DEEPER,
      'In a partial clone, fetch the rest as well: git fetch --refetch --no-filter',
    );
  }

  absolute(path: string): string {
    return join(this.root, ...path.split('/'));
  }

  private readIndex(): ReadonlyMap<string, IndexEntry> {
    const entries = new Map<string, IndexEntry>();
    const ran = this.git(['ls-files', '-z', '-t', '--stage']);
    if (ran.status !== 0) throw this.unreadable('the index', ran);
    const lines = ran.stdout.toString('latin1');
    for (const [, tag, oid = '', raw = ''] of lines.matchAll(/(\S) \d+ (\w+) \d\t([^\0]*)\0/g)) {
      const path = fromUtf8(raw);
      if (path !== null && isPlain(path)) entries.set(this.absolute(path), { oid, isLeftOut: tag === 'S' });
    }
    return entries;
  }

  /** The lines of one of the files that git keeps beside the objects; none where it is not there. */
  private linesOf(name: string): string[] {
    const path = this.ask(['rev-parse', '--git-path', name]).replace(/\n$/, '');
    try {
      return readFileSync(resolve(this.root, path.split('/').join(sep)), 'utf8')
        .split('\n')
        .filter((line) => /^[0-9a-f]{40,64}$/.test(line));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
