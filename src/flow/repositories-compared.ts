import { Refusal } from '../model/refusal.ts';
import { type Commit, commitsFor, commitsOf } from '../store/commits.ts';
import { repositoriesMeant } from '../store/former.ts';
import { isWithin, realOf, repositoriesAbove, repositoryOf } from '../store/repository.ts';
import { openRevision } from '../store/revision.ts';
import { WorkTree } from '../store/work-tree.ts';
import type { Context } from './context.ts';
import type { OpenedLedger } from './open-ledgers.ts';

/**
 * Ledgers by the repository that they belong to, and with none of their own those in which the command line looks: there,
 * ledgers may be gone.
 */
export function byRepository(
  { world, globals }: Context,
  opened: readonly OpenedLedger[],
): Map<string, OpenedLedger[]> {
  const groups = new Map<string, OpenedLedger[]>();
  const found = opened.map((one) => one.found);
  for (const root of repositoriesMeant(world, globals.file, found)) groups.set(root, []);
  for (const one of opened) {
    const root = repositoryOf(one.found.path);
    if (root === null)
      throw new Refusal(
        `--against needs a git work tree, and ${one.found.file} is in none`,
        'Check that ledger by itself, without --against.',
      );
    const group = groups.get(root);
    if (group) group.push(one);
    else groups.set(root, [one]);
  }
  if (groups.size === 0) throw new Refusal('--against needs a git work tree, and the ledgers are in none');
  return groups;
}

/**
 * Repositories around those that ledgers belong to, each with these ledgers: one that was put into another does not take
 * a ledger out of its history there.
 */
export function repositoriesAround(
  opened: readonly OpenedLedger[],
  own: ReadonlyMap<string, unknown>,
): Map<string, OpenedLedger[]> {
  const groups = new Map<string, OpenedLedger[]>();
  for (const one of opened) {
    for (const root of repositoriesAbove(one.found.path)) {
      if (!own.has(root)) groups.set(root, [...(groups.get(root) ?? []), one]);
    }
  }
  return groups;
}

/** The commits that a repository is to be compared with. @throws Refusal if one of them cannot be read */
export const commitsToCompare = (context: Context, tree: WorkTree, wanted: readonly string[]): readonly Commit[] =>
  recordedFor(context, tree.root, wanted) ?? commitsFor(tree, wanted, context.today);

/**
 * The commits that the repositories around one had recorded for it, for its own branches may be anybody's. Null where
 * none had, or has not what is wanted.
 * @throws Refusal if a recorded commit cannot be read
 */
function recordedFor(context: Context, root: string, wanted: readonly string[]): readonly Commit[] | null {
  for (const outer of repositoriesAbove(root)) {
    const commits = recordedFor(context, outer, wanted) ?? openAround(context, outer, wanted)?.commits ?? [];
    // What cannot be read and was not asked for, such as a repository of somebody else around all, is no matter.
    if (commits.length === 0) continue;
    const tree = WorkTree.open(outer);
    const recorded = new Set(commits.flatMap((commit) => openRevision(tree, commit).submodules.get(root) ?? []));
    if (recorded.size === 0) continue;
    const own = WorkTree.open(root);
    return commitsOf(own, recorded, context.today);
  }
  return null;
}

/** A repository around others, if it has the revisions at all; otherwise nothing of these was ever in it. */
export function openAround(
  { today }: Context,
  root: string,
  wanted: readonly string[],
): { tree: WorkTree; commits: readonly Commit[] } | null {
  try {
    const tree = WorkTree.open(root);
    return { tree, commits: commitsFor(tree, wanted, today) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * The ledgers that git does not track.
 * @throws Refusal if it is told to ignore one
 */
export function untrackedIn(tree: WorkTree, opened: readonly OpenedLedger[]): ReadonlySet<OpenedLedger> {
  if (opened.length === 0) return new Set();
  const pathOf = ({ found: { path } }: OpenedLedger) => realOf(path) ?? path;
  const untracked = opened.filter((one) => isWithin(tree.root, pathOf(one)) && !tree.index().has(pathOf(one)));
  const ignored = tree.ignoredAmong(untracked.map(pathOf));
  const [first] = untracked.filter((one) => ignored.has(pathOf(one)));
  if (first) {
    throw new Refusal(
      `${first.found.file} is ignored by git, so it has no history to compare with`,
      `Leave it out under "ledgers:" in .factledger.yaml ("!${first.found.file}"), or have git track it.`,
    );
  }
  return new Set(untracked);
}
