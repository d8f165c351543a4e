import { daysAfter, firstDay, lastDay } from '../model/dates.ts';
import { Refusal } from '../model/refusal.ts';
import type { TypedState } from '../model/typed-state.ts';
import type { Changes } from '../query/changes.ts';
import { changesByDate } from '../query/changes-by-date.ts';
import { changesUpTo } from '../query/changes-up-to.ts';
import { type Commit, commitNamed, hasCommit, lastCommitBefore } from '../store/commits.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import type { WorkTree } from '../store/work-tree.ts';
import { compareStates } from './compare-states.ts';
import type { Context } from './context.ts';
import { findThoseThere, type LedgersAt, ledgersAt, ledgersNow, workTreesOf } from './ledgers-at.ts';
import { findToLookUp, lookUpLedgers } from './read-ledgers.ts';

/** What was typed: two states, or a day since which changes are asked for. */
export interface Asked {
  readonly from: TypedState | null;
  readonly to: TypedState | null;
  /** A date, maybe partial. */
  readonly since: string | null;
}

/** What changed, and between which states. */
export interface ChangesFound {
  readonly by: 'date' | 'revision';
  /** A day, a revision as typed, or the hash of a commit. */
  readonly from: string;
  /** Null for the ledgers as they stand in the work tree. */
  readonly to: string | null;
  /** What is compared, in words. */
  readonly compared: string;
  readonly changes: Changes;
  readonly notes: readonly string[];
  readonly isOnlyLedger: boolean;
}

/**
 * What changed between two days, by the dates in the ledgers, or between two git revisions. Without a first state, it is
 * what is not committed yet; where nothing is committed at all, that of the last week.
 * @throws Refusal if what was typed makes no sense, or a revision cannot be read
 */
export async function changesBetween(context: Context, { from, to, since }: Asked): Promise<ChangesFound> {
  if (since !== null) {
    if (from !== null) throw new Refusal('--since stands in place of FROM and TO', 'Leave one of them out.');
    return changesSince(context, firstDay(since));
  }
  if (from?.kind === 'day') {
    if (to?.kind === 'revision') throw mixed(from.date, to.name);
    const { day, hidesLater } = context.vantage;
    const last = to === null ? day : lastDay(to.date);
    return byDate(context, firstDay(from.date), hidesLater && last > day ? day : last);
  }
  if (to?.kind === 'day' && from) throw mixed(to.date, from.name);
  const found = await findThoseThere(context);
  const trees = workTreesOf(context, found);
  if (from === null) {
    if (trees?.every(hasCommit)) {
      const named = (tree: WorkTree) => commitNamed(tree, 'HEAD', context.today);
      return byRevision(context, { trees, found, from: { name: 'HEAD', commitOf: named }, to: null });
    }
    const { day } = context.vantage;
    return byDate(context, daysAfter(day, -7) ?? day, day, 'the last week; nothing is committed to git');
  }
  if (trees === null) {
    throw new Refusal(
      `${JSON.stringify(from.name)} is no day, and for a git revision the ledgers must be in a git work tree that does not ignore them`,
      'A day is written 2024-03-30, yesterday, friday or 3w (ago).',
    );
  }
  const state = ({ name }: { readonly name: string }) => ({
    name,
    commitOf: (tree: WorkTree) => commitNamed(tree, name, context.today),
  });
  return byRevision(context, { trees, found, from: state(from), to: to?.kind === 'revision' ? state(to) : null });
}

const mixed = (day: string, revision: string) =>
  new Refusal(
    `${day} is a day, and ${JSON.stringify(revision)} a git revision: the two are never mixed`,
    'Give two days, or two revisions. A revision whose name reads as a day is written rev:NAME.',
  );

/** With the last commit before a day, in every repository; by dates where one has none. */
async function changesSince(context: Context, day: string): Promise<ChangesFound> {
  const { vantage, today } = context;
  const found = await findThoseThere(context);
  const trees = workTreesOf(context, found) ?? [];
  const commits = new Map(trees.map((tree) => [tree, lastCommitBefore(tree, day, today)]));
  const before = [...commits.values()];
  if (before.length === 0 || before.includes(null)) {
    const older = trees.some((tree) => tree.isShallow()) ? 'no commit that was fetched is older' : 'no commit is older';
    const why = before.length === 0 ? 'no git work tree has the ledgers' : older;
    return byDate(context, daysAfter(day, -1) ?? day, vantage.day, `since ${day}; ${why}`);
  }
  const commitOf = (tree: WorkTree) => commits.get(tree) ?? commitNamed(tree, 'HEAD', today);
  const name = before.map((commit) => commit?.oid ?? '').join(' ');
  const asked = { trees, found, from: { name, commitOf }, to: null };
  return byRevision(context, asked, `the last commit before ${day}`);
}

/** @param remark on why it is these days; null where they were typed */
async function byDate(context: Context, from: string, to: string, remark: string | null = null): Promise<ChangesFound> {
  if (from > to) throw new Refusal(`${from} is after ${to}`, `Write the earlier day first.`);
  const ledgers = await lookUpLedgers(context, await findToLookUp(context));
  const changes = changesByDate(ledgers, from, to);
  const why = remark === null ? '' : ` (${remark})`;
  return {
    by: 'date',
    from,
    to,
    compared: `After ${from}, up to ${to}${why}, by the dates in the ledger`,
    changes,
    notes: [],
    isOnlyLedger: ledgers.length === 1,
  };
}

/** A state in git: its name, and its commit in each work tree. */
interface InGit {
  readonly name: string;
  readonly commitOf: (tree: WorkTree) => Commit;
}

interface AskedOfGit {
  readonly trees: readonly WorkTree[];
  readonly found: readonly FoundLedger[];
  readonly from: InGit;
  readonly to: InGit | null;
}

/** @param what the first commit is, where it was not named */
async function byRevision(context: Context, asked: AskedOfGit, what: string | null = null): Promise<ChangesFound> {
  const { trees, found, from, to } = asked;
  const then = await ledgersAt(context, trees, found, from.commitOf);
  const now = await (to ? ledgersAt(context, trees, found, to.commitOf) : ledgersNow(context, trees, found, then));
  if (then.ledgers.length === 0 && now.ledgers.length === 0) await findToLookUp(context);
  const changes = compareStates(then, now);
  const { day, hidesLater } = context.vantage;
  return {
    by: 'revision',
    from: from.name,
    to: to?.name ?? null,
    compared: `From ${inWords(what ?? from.name, then)} to ${to ? inWords(to.name, now) : 'the ledgers as they stand'}`,
    changes: hidesLater ? changesUpTo(changes, day) : changes,
    notes: [...then.unreadable, ...now.unreadable].map(
      (file) => `${file}: not compared: it cannot be read as a ledger there`,
    ),
    isOnlyLedger: new Set([...then.ledgers, ...now.ledgers].map(({ name }) => name)).size === 1,
  };
}

/** The commits that a name stands for, with their days. */
const inWords = (name: string, { commits }: LedgersAt): string =>
  `${name} (${commits.map(({ oid, day }) => `${oid.slice(0, 12)}, ${day}`).join('; ')})`;
