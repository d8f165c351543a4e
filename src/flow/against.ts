import type { Past } from '../check/past.ts';
import { NothingFound, Refusal } from '../model/refusal.ts';
import type { Settable } from '../model/rule-option.ts';
import type { ConfiguredChecks } from '../store/config.ts';
import { typed } from '../store/discover.ts';
import type { Former } from '../store/former.ts';
import { type FoundLedger, foundBeside } from '../store/found-ledger.ts';
import { realOf } from '../store/repository.ts';
import { openRevision } from '../store/revision.ts';
import { WorkTree } from '../store/work-tree.ts';
import { type ComparedIn, compareIn, liesInSubmodule } from './compare-revision.ts';
import type { Context } from './context.ts';
import { type OpenedLedger, openAll } from './open-ledgers.ts';
import { findLedgers } from './read-ledgers.ts';
import {
  byRepository,
  commitsToCompare,
  openAround,
  repositoriesAround,
  untrackedIn,
} from './repositories-compared.ts';

/** What the ledgers are compared with. */
export interface Against {
  /** What stood at each of the revisions, by the ledger that it concerns. */
  readonly pastsOf: (found: FoundLedger) => readonly Compared[];
  /** Ledgers that were not found today: those that are absent, and those to which claims went. */
  readonly others: readonly OpenedLedger[];
  /** What the configuration was at each of the revisions. */
  readonly configurations: readonly ConfiguredChecks[];
  /** Files that nothing could be compared with, and why. */
  readonly notCompared: readonly { readonly file: string; readonly reason: string }[];
  /** Whether a ledger stands, though a sparse checkout leaves it out of the work tree. */
  readonly isSparse: boolean;
}

/** What stood at one revision, with what its configuration set. */
interface Compared {
  readonly past: Past;
  readonly configured: ConfiguredChecks;
}

/**
 * Compares ledgers with git revisions, each in the repository that it belongs to.
 * @param opened the ledgers found today
 * @param wanted as typed: anything that git takes for a commit, `...` after it for the merge bases with HEAD
 * @param isLeftOut whether a ledger is left out of the check today
 * @throws Refusal if anything cannot be compared for certain
 */
export async function compareWith(
  context: Context,
  opened: readonly OpenedLedger[],
  wanted: readonly string[],
  isLeftOut: (path: string) => boolean,
  rules: readonly Settable[],
): Promise<Against> {
  if (opened.some(({ found }) => found.path === '-')) {
    throw new Refusal('--against compares files, and standard input is none');
  }
  const today = { opened, others: lazily(() => othersFound(context, opened)), isLeftOut };
  const pasts = new Map<FoundLedger, Compared[]>();
  const others = new Map<string, OpenedLedger>();
  const configurations: ConfiguredChecks[] = [];
  const notCompared = new Map<string, string>();
  const isOpened = new Set(opened);
  const note = (one: OpenedLedger, compared: Compared) => {
    const known = isOpened.has(one) ? one : (others.get(one.found.path) ?? one);
    if (!isOpened.has(known)) others.set(known.found.path, known);
    pasts.set(known.found, [...(pasts.get(known.found) ?? []), compared]);
  };
  const stood = new Set<OpenedLedger>();
  let isSparse = false;
  const take = (part: ComparedIn) => {
    for (const [one, past] of part.pasts) note(one, { past, configured: part.configured });
    for (const one of part.stood) stood.add(one);
    for (const file of part.unreadable) notCompared.set(file, UNREADABLE);
    isSparse ||= part.isSparse;
  };
  const groups = byRepository(context, opened);
  const ways = new Map<string, Former['ways']>();
  // Grows while it is gone through, by the repositories that are found within others.
  for (const [root, own] of groups) {
    const tree = WorkTree.open(root);
    for (const commit of commitsToCompare(context, tree, wanted)) {
      const part = await compareIn(context, openRevision(tree, commit), today, {
        own,
        ways: ways.get(root) ?? [],
        rules,
      });
      configurations.push(part.configured);
      take(part);
      for (const inner of part.submodules) {
        if (!groups.has(inner)) groups.set(inner, []);
        ways.set(inner, part.ways);
      }
    }
    for (const one of untrackedIn(tree, own)) if (!stood.has(one)) notCompared.set(one.found.file, UNTRACKED);
  }
  for (const [root, within] of repositoriesAround(opened, groups)) {
    const around = openAround(context, root, wanted);
    if (around === null) continue;
    for (const commit of around.commits) {
      // Another repository's history is no side of a merge in this one.
      const revision = openRevision(around.tree, { ...commit, isSide: false });
      const own = within.filter(({ found }) => !liesInSubmodule(revision, realOf(found.path) ?? found.path));
      take(await compareIn(context, revision, today, { own, ways: null, rules }));
    }
  }
  return {
    pastsOf: (found) => pasts.get(found) ?? [],
    others: [...others.values()],
    configurations,
    isSparse,
    notCompared: [...notCompared]
      .map(([file, reason]) => ({ file, reason }))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

const UNTRACKED = 'git does not track it yet';
const UNREADABLE = 'what stood there could never be read as a ledger';

/** Made when it is first asked for, and once. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Ledgers beside those that were named: only for claims that went there. */
async function othersFound(
  { world, globals, ...rest }: Context,
  opened: readonly OpenedLedger[],
): Promise<OpenedLedger[]> {
  if (typed(world, globals.file).length === 0) return [];
  const unnamed = { ...world, env: { ...world.env, FACTLEDGER_FILE: '' } };
  const context: Context = { ...rest, world: unnamed, globals: { ...globals, file: [] } };
  try {
    const found = await findLedgers(context);
    const known = new Set(opened.map((one) => realOf(one.found.path)));
    const named = opened.map((one) => one.found);
    const more = found.filter(({ path }) => !known.has(realOf(path)));
    return await openAll(
      context,
      more.map(({ path }) => foundBeside(world, named, path)),
    );
  } catch (error) {
    if (error instanceof NothingFound) return [];
    throw error;
  }
}
