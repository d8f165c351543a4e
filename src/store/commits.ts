import { Refusal } from '../model/refusal.ts';
import { DEEPER } from './git-run.ts';
import type { WorkTree } from './work-tree.ts';

/** A commit to compare with. */
export interface Commit {
  readonly oid: string;
  /** The latest day of it and what came before it, YYYY-MM-DD, in their committers' time zones. */
  readonly day: string;
  /** Whether none of the others that are compared with came after it, as of the sides of a merge. */
  readonly isSide: boolean;
}

/**
 * The commits that a work tree is to be compared with: for each revision its own or, with `...` after it, every merge
 * base that it has with HEAD; and while a merge is under way, each of its parents as well.
 * @param wanted as typed, anything that git takes for a commit
 * @param today YYYY-MM-DD
 * @throws Refusal if one cannot be told for certain
 */
export function commitsFor(tree: WorkTree, wanted: readonly string[], today: string): Commit[] {
  if (!hasCommit(tree)) throw new Refusal(NO_COMMIT, 'Make the first one without --against.');
  const oids = new Set(wanted.flatMap((one) => resolveRevision(tree, one)));
  const merged = tree.mergeHeads();
  if (merged.length > 0) for (const oid of [commitAt(tree, 'HEAD'), ...merged]) oids.add(oid);
  return commitsOf(tree, oids, today);
}

const NO_COMMIT = 'this repository has no commit yet to compare with';

export const hasCommit = (tree: WorkTree): boolean =>
  tree.git(['rev-parse', '--verify', '--quiet', 'HEAD']).status === 0;

/**
 * The commit that a revision names, or with `...` after it the merge base that it has with HEAD.
 * @param wanted as typed, anything that git takes for a commit
 * @param today YYYY-MM-DD
 * @throws Refusal if there is none, or several
 */
export function commitNamed(tree: WorkTree, wanted: string, today: string): Commit {
  if (!hasCommit(tree)) throw new Refusal(NO_COMMIT);
  const oids = resolveRevision(tree, wanted);
  const [commit, ...others] = commitsOf(tree, new Set(oids), today);
  if (commit === undefined || others.length > 0) {
    throw new Refusal(`${JSON.stringify(wanted)} names several commits: ${oids.join(', ')}`, 'Name one of them.');
  }
  return commit;
}

/**
 * The last commit before a day, in its committer's time zone, of those that HEAD was at; null where there is none, or
 * it was not fetched.
 * @param day YYYY-MM-DD
 */
export function lastCommitBefore(tree: WorkTree, day: string, today: string): Commit | null {
  if (!hasCommit(tree)) return null;
  const listed = tree.ask(['rev-list', '--first-parent', '--format=%cd', '--date=short', 'HEAD']);
  for (const [, oid = '', on = ''] of listed.matchAll(/^commit (\w+)\n(\S+)$/gm)) {
    if (on < day) return commitsOf(tree, new Set([oid]), today)[0] ?? null;
  }
  return null;
}

/** How many commits are looked at for the latest day: one may be dated back, and so may a few. */
const LOOKED_AT = 20_000;

/**
 * @param today YYYY-MM-DD: no commit is from a later day
 * @throws Refusal if one is not there
 */
export function commitsOf(tree: WorkTree, oids: ReadonlySet<string>, today: string): Commit[] {
  const days = Array.from(oids, (oid) => dayOf(tree, oid, today));
  const sides = sidesAmong(tree, oids);
  return Array.from(oids, (oid, at) => ({ oid, day: days[at] ?? today, isSide: sides.has(oid) }));
}

/** Those of some commits that no other of them came after; none where a history that was not fetched may hide it. */
function sidesAmong(tree: WorkTree, oids: ReadonlySet<string>): ReadonlySet<string> {
  if (oids.size < 2) return oids;
  if (tree.isShallow()) return new Set();
  const ran = tree.git(['merge-base', '--independent', ...oids]);
  return new Set(ran.status === 0 ? ran.stdout.toString().split('\n').filter(Boolean) : []);
}

function dayOf(tree: WorkTree, oid: string, today: string): string {
  // Not `git log` or `git show`, which can be set to start other programs.
  const ran = tree.git(['rev-list', `--max-count=${LOOKED_AT}`, '--format=%cd', '--date=short', oid]);
  if (ran.status !== 0) throw tree.unreadable(`the commit ${oid}`, ran);
  const days = ran.stdout.toString().match(/^\d{4}-\d{2}-\d{2}$/gm) ?? [];
  // A day to come is a clock that is wrong.
  const latest = days.filter((day) => day <= today).reduce((one, other) => (one > other ? one : other), '');
  return latest === '' ? today : latest;
}

function resolveRevision(tree: WorkTree, wanted: string): string[] {
  if (/\.\.[^.]/.test(wanted)) {
    throw new Refusal(`${JSON.stringify(wanted)} is a range`, 'Give one revision, or REF... for its merge base.');
  }
  const isMergeBase = wanted.endsWith('...');
  const name = isMergeBase ? wanted.slice(0, -3) : wanted;
  if (name === '') throw missing(name);
  refuseAmbiguous(tree, name);
  const commit = commitAt(tree, name);
  return isMergeBase ? mergeBases(tree, name, commit) : [commit];
}

const missing = (name: string) =>
  new Refusal(`there is no revision ${JSON.stringify(name)} in this repository`, DEEPER);

function commitAt(tree: WorkTree, name: string): string {
  const resolved = tree.git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (resolved.status !== 0) throw missing(name);
  return resolved.stdout.toString().trim();
}

/** Where git looks for a name, in gitrevisions(7). */
const PLACES = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'];

/** A tag of the name of the branch that is meant would be compared with in its place, and anybody may push one. */
function refuseAmbiguous(tree: WorkTree, name: string): void {
  const [base = ''] = name.split(/[~^:]|@\{/, 1);
  // What git never looks for among refs, or finds before them: a whole hash, and what stands beside the refs.
  if (base === '' || base === '@' || base === 'HEAD' || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(base)) return;
  const isFull = base.startsWith('refs/');
  const candidates = isFull ? [base] : [...PLACES.map((place) => place + base), `refs/remotes/${base}/HEAD`];
  const there = new Set(tree.ask(['for-each-ref', '--format=%(refname)', ...candidates]).split('\n'));
  const found = candidates.filter((candidate) => there.has(candidate));
  if (isFull && found.length === 0) throw missing(base);
  const isHash = !isFull && found.length > 0 && /^[0-9a-f]{4,}$/i.test(base);
  if (isHash && tree.ask(['rev-parse', `--disambiguate=${base}`]).trim() !== '') found.push(`the object ${base}`);
  if (found.length > 1) {
    throw new Refusal(
      `${JSON.stringify(base)} names several: ${found.join(', ')}`,
      'Name the one that is meant in full, such as refs/heads/main or refs/remotes/origin/main.',
    );
  }
}

function mergeBases(tree: WorkTree, name: string, commit: string): string[] {
  const ran = tree.git(['merge-base', '--all', commit, 'HEAD']);
  const bases = ran.stdout.toString().split('\n').filter(Boolean);
  if (ran.status !== 0 || bases.length === 0) {
    throw new Refusal(`${name} and HEAD have no commit in common here`, DEEPER);
  }
  const cutOff = tree.cutOff();
  if (cutOff.size > 0) {
    // Whatever lies behind these is hidden, and a nearer commit in common may be among it.
    const beside = tree.ask(['rev-list', commit, 'HEAD', '--not', ...bases]).split('\n');
    if (beside.some((oid) => cutOff.has(oid))) {
      throw new Refusal(
        `this repository is shallow, and where ${name} and HEAD separated cannot be told for certain`,
        DEEPER,
      );
    }
  }
  return bases;
}
