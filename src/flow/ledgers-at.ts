import { rules } from '../check/rules.ts';
import type { Ledger } from '../model/ledger.ts';
import { NothingFound, Refusal } from '../model/refusal.ts';
import type { Commit } from '../store/commits.ts';
import { formerLedgers, repositoriesMeant } from '../store/former.ts';
import { type FoundLedger, foundBeside, named } from '../store/found-ledger.ts';
import { isWithin, realOf, repositoryOf } from '../store/repository.ts';
import { openRevision } from '../store/revision.ts';
import { WorkTree } from '../store/work-tree.ts';
import type { Context } from './context.ts';
import { leftOutOfTheTree } from './left-out-of-the-tree.ts';
import { findLedgers, readLedgers } from './read-ledgers.ts';

/** A ledger as it stands, or stood at a commit. */
interface LedgerAt {
  /** Its own path, links resolved; absolute. */
  readonly path: string;
  /** The path that it was found by. */
  readonly foundAt: string;
  readonly text: string;
  readonly ledger: Ledger;
  /** The day from which it is looked at, YYYY-MM-DD. */
  readonly day: string;
}

/** Ledgers of one state, each with its name and its file as shown. */
export interface LedgersAt {
  readonly ledgers: readonly (LedgerAt & Pick<FoundLedger, 'name' | 'file'>)[];
  /** The commits at which they stood; none where they are those of the work tree. */
  readonly commits: readonly Commit[];
  /** Files, as shown, that could not be read there or before. */
  readonly unreadable: readonly string[];
}

/** The ledgers in use; none where none is there any more. */
export async function findThoseThere(context: Context): Promise<readonly FoundLedger[]> {
  try {
    return await findLedgers(context);
  } catch (error) {
    if (error instanceof NothingFound) return [];
    throw error;
  }
}

/**
 * The git work trees that the ledgers in use lie in, and those in which the command line looks for ledgers, where some may
 * be gone. Null where one lies in none, or in one that is told to ignore it.
 */
export function workTreesOf({ world, globals }: Context, found: readonly FoundLedger[]): readonly WorkTree[] | null {
  const roots = found.map(({ path }) => (path === '-' ? null : repositoryOf(path)));
  if (roots.includes(null)) return null;
  const all = new Set([...roots.filter((root) => root !== null), ...repositoriesMeant(world, globals.file, found)]);
  const trees = [...all].map((root) => WorkTree.open(root));
  const isIgnored = trees.some((tree) => {
    const own = found.map(({ path }) => realOf(path) ?? path).filter((path) => isWithin(tree.root, path));
    return tree.ignoredAmong(own.filter((path) => !tree.index().has(path))).size > 0;
  });
  return trees.length === 0 || isIgnored ? null : trees;
}

/**
 * The ledgers as they stand; those that a sparse checkout leaves out, as they stand in the index.
 * @param then where they are looked for
 * @throws InvalidLedgers if any is not sound
 */
export async function ledgersNow(
  context: Context,
  trees: readonly WorkTree[],
  found: readonly FoundLedger[],
  then: LedgersAt,
): Promise<LedgersAt> {
  const { day } = context.vantage;
  const ledgers = (await readLedgers(context, found)).map(({ found: { path, name, file }, text, ledger }) => {
    return { path: realOf(path) ?? path, foundAt: path, name, file, text, ledger, day };
  });
  const there = new Set(ledgers.map(({ path }) => path));
  const missing = then.ledgers
    .filter(({ path }) => !there.has(path))
    .map(({ path, foundAt }) => ({ path, name: foundAt }));
  for (const tree of missing.length === 0 ? [] : trees) {
    const own = missing.filter(({ path }) => isWithin(tree.root, path));
    for (const [path, one] of await leftOutOfTheTree(context.world, tree, own, found)) {
      const { ledger, text, faults } = one;
      const { path: foundAt, name, file } = one.found;
      if (ledger !== null && faults.length === 0) ledgers.push({ path, foundAt, name, file, text, ledger, day });
    }
  }
  return { ledgers, commits: [], unreadable: [] };
}

/**
 * The ledgers that the same command line would have found at a commit of each work tree, and those that are in use now.
 * @throws Refusal if that cannot be told
 */
export async function ledgersAt(
  { world, globals, config }: Context,
  trees: readonly WorkTree[],
  found: readonly FoundLedger[],
  commitOf: (tree: WorkTree) => Commit,
): Promise<LedgersAt> {
  const commits: Commit[] = [];
  const unreadable: string[] = [];
  const ledgers: LedgerAt[] = [];
  for (const tree of trees) {
    const commit = commitOf(tree);
    commits.push(commit);
    const own = found.filter(({ path }) => repositoryOf(path) === tree.root);
    const asked = {
      given: globals.file,
      today: config,
      now: own.map(({ path }) => [realOf(path) ?? path]),
      ways: [],
      withOthers: false,
    };
    const former = await formerLedgers(world, openRevision(tree, commit), asked, rules, () => null);
    for (const [path, { path: foundAt, text, ledger }] of former.ledgers) {
      ledgers.push({ path, foundAt, text, ledger, day: commit.day });
    }
    unreadable.push(...former.unreadable.map((path) => foundBeside(world, [], path).file));
    const [inner] = former.submodules;
    if (inner !== undefined && !trees.some(({ root }) => root === inner)) {
      throw new Refusal(
        `${foundBeside(world, [], inner).file} was a submodule in which ledgers are looked for`,
        'Run changes in it, or check out the submodule: git submodule update --init',
      );
    }
  }
  const names = named(
    world,
    ledgers.map(({ foundAt, path }) => ({ path: foundAt, real: path, digest: null })),
  );
  return {
    ledgers: ledgers.map((one, at) => ({ ...one, name: names[at]?.name ?? '', file: names[at]?.file ?? '' })),
    commits,
    unreadable,
  };
}
