import { matchPast } from '../check/match-past.ts';
import { pairLedgers } from '../check/pair-ledgers.ts';
import type { Absence, Past, PastLedger } from '../check/past.ts';
import type { Ledger } from '../model/ledger.ts';
import { NothingFound, Refusal } from '../model/refusal.ts';
import type { Settable } from '../model/rule-option.ts';
import { type Commit, commitOf, commitsFor } from '../store/commits.ts';
import type { ConfiguredChecks } from '../store/config.ts';
import { typed } from '../store/discover.ts';
import { isFile } from '../store/disk.ts';
import { type Former, type FormerLedger, formerLedgers, repositoriesMeant } from '../store/former.ts';
import { type FoundLedger, foundBeside } from '../store/found-ledger.ts';
import { decode } from '../store/open.ts';
import { isWithin, namedWithin, ownPlace, realOf, repositoriesAbove, repositoryOf } from '../store/repository.ts';
import { ledTo, openRevision, type Revision } from '../store/revision.ts';
import { WorkTree } from '../store/work-tree.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';
import { type OpenedLedger, openAll } from './open-ledgers.ts';
import { findLedgers } from './read-ledgers.ts';

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
 * @param wanted as typed: anything that git takes for a commit, `...` behind it for the merge bases with HEAD
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
  const note = (one: OpenedLedger, compared: Compared) => {
    const known = opened.includes(one) ? one : (others.get(one.found.path) ?? one);
    if (!opened.includes(known)) others.set(known.found.path, known);
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
      const revision = openRevision(around.tree, commit);
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

/**
 * Ledgers by the repository that they belong to, and with none of their own those in which the command line looks: there,
 * ledgers may be gone.
 */
function byRepository({ world, globals }: Context, opened: readonly OpenedLedger[]): Map<string, OpenedLedger[]> {
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
function repositoriesAround(
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
const commitsToCompare = (context: Context, tree: WorkTree, wanted: readonly string[]): readonly Commit[] =>
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
    return Array.from(recorded, (oid) => commitOf(own, oid, context.today));
  }
  return null;
}

/** A repository around others, if it has the revisions at all; otherwise nothing of these was ever in it. */
function openAround(
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
function untrackedIn(tree: WorkTree, opened: readonly OpenedLedger[]): ReadonlySet<OpenedLedger> {
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

/** The ledgers of today, in whatever repository. */
interface Today {
  /** Those that were found. */
  readonly opened: readonly OpenedLedger[];
  /** Those that would have been found, had no other been named. */
  readonly others: () => Promise<readonly OpenedLedger[]>;
  readonly isLeftOut: (path: string) => boolean;
}

/** What the ledgers are compared with at one revision of one repository. */
interface ComparedIn {
  readonly configured: ConfiguredChecks;
  readonly pasts: ReadonlyMap<OpenedLedger, Past>;
  /** The ledgers that stood there. */
  readonly stood: ReadonlySet<OpenedLedger>;
  /** Files, as shown, that could not be read there or before. */
  readonly unreadable: readonly string[];
  readonly ways: Former['ways'];
  /** Repositories within this one that held ledgers there, or may have. */
  readonly submodules: readonly string[];
  /** Whether a ledger stands in the index alone. */
  readonly isSparse: boolean;
}

/**
 * Compares with one revision. Others than the ledgers that were named are read only where a claim of these is gone or
 * has come, with its verdicts.
 */
async function compareIn(context: Context, revision: Revision, today: Today, scope: Scope): Promise<ComparedIn> {
  const [first, hasMoved] = await compareScope(context, revision, { ...today, beside: null }, scope);
  const isNamed = typed(context.world, context.globals.file).length > 0;
  if (!hasMoved || scope.ways === null || !isNamed) return first;
  const [whole] = await compareScope(context, revision, { ...today, beside: await today.others() }, scope);
  return whole;
}

/** What is compared in a repository. */
interface Scope {
  /** The ledgers of today that belong to it. */
  readonly own: readonly OpenedLedger[];
  /**
   * Globs by which the repository around this one had looked into it. Null where nothing is looked for but what stood in
   * the place of the ledgers of today.
   */
  readonly ways: Former['ways'] | null;
  readonly rules: readonly Settable[];
}

async function compareScope(
  { world, globals, config, today: day }: Context,
  revision: Revision,
  today: Today & { readonly beside: readonly OpenedLedger[] | null },
  { own, ways, rules }: Scope,
): Promise<[ComparedIn, hasMoved: boolean]> {
  const all = [...today.opened, ...(today.beside ?? [])];
  refuseLostLinks(revision, own);
  const places = new Map(own.map((one) => [one, placeIn(revision, one.found)]));
  const texts = new Map(all.flatMap((one) => (isSound(one) ? [[one.text, one.ledger] as const] : [])));
  const readBefore = (text: string) => texts.get(text) ?? null;
  const now = [...places.values()];
  const asked = { given: globals.file, today: config, now, ways, withOthers: today.beside !== null };
  const former = await formerLedgers(world, revision, asked, rules, readBefore);
  const { nowOf, also } = placesNow(revision, all, former.ledgers);
  const stands = (one: OpenedLedger | undefined): one is OpenedLedger & { ledger: Ledger } =>
    one !== undefined && isSound(one) && !today.isLeftOut(one.found.path);
  const compared = [...former.ledgers].filter(([, { path }]) => !former.isExcluded(path));
  const absent = new Map(compared.filter(([path]) => !stands(nowOf.get(path))));
  const sparse = await leftOutOfTheTree(revision, absent, world, all);
  for (const [path, one] of sparse) nowOf.set(path, one);
  const standing = [...all, ...sparse.values()].filter(stands);
  const isOwn = ({ found }: OpenedLedger) => repositoryOf(found.path) === revision.tree.root;
  const taken = new Set(nowOf.values());
  const renamed = pairLedgers(
    [...absent]
      .filter(([path]) => !sparse.has(path) && !nowOf.has(path))
      .map(([path, { ledger }]) => ({ path, claims: idsOf(ledger) })),
    absent.size === 0
      ? []
      : standing
          .filter((one) => !taken.has(one) && isOwn(one))
          .map((one) => ({ path: one.found.path, claims: idsOf(one.ledger) })),
  );
  const byPath = new Map(standing.map((one) => [one.found.path, one]));
  for (const [to, from] of renamed) {
    const one = byPath.get(to);
    if (one) nowOf.set(from, one);
  }
  const then = compared.map(([path, { path: name, ledger, isNamed }]) => {
    const one = nowOf.get(path);
    const isThere = stands(one);
    const past: PastLedger = {
      ledger,
      now: isThere ? one.ledger : null,
      absence: isThere ? null : absenceOf(one, today, name),
      isNamed,
    };
    return { past, path, name };
  });
  // What was one ledger under two names, by a link, and is two now.
  for (const [path, one] of also) {
    const was = former.ledgers.get(path);
    if (!was || !stands(one)) continue;
    then.push({
      past: { ledger: was.ledger, now: one.ledger, absence: null, isNamed: was.isNamed },
      path,
      name: was.path,
    });
  }
  const named = new Set(today.opened.flatMap(({ ledger }) => ledger ?? []));
  const placed = new Set(nowOf.values());
  const { ofNow, ofAbsent } = matchPast(
    dayOf(revision, former.ledgers.values(), day),
    then.map(({ past }) => past),
    // What stands in another repository may have stood there before.
    standing.filter((one) => placed.has(one) || isOwn(one)).map(({ ledger }) => ledger),
    named,
  );
  const pasts = new Map<OpenedLedger, Past>();
  for (const one of standing) {
    const past = ofNow.get(one.ledger);
    if (past) pasts.set(one, past);
  }
  for (const { past: one, path, name } of then) {
    const past = ofAbsent.get(one);
    const found =
      nowOf.get(path) ??
      gone(
        foundBeside(
          world,
          all.map((each) => each.found),
          name,
        ),
      );
    if (past) pasts.set(found, past);
  }
  const part = {
    configured: former,
    pasts,
    stood: new Set(nowOf.values()),
    unreadable: former.unreadable.map((path) => foundBeside(world, [], path).file),
    ways: former.ways,
    submodules: former.submodules.map((path) => submoduleAt(world, path)),
    isSparse: sparse.size > 0,
  };
  const isShort = [...pasts.values()].some(({ lost }) => lost.length > 0);
  const idsThen = new Map([...former.ledgers].map(([path, { ledger }]) => [nowOf.get(path), new Set(idsOf(ledger))]));
  return [part, isShort || today.opened.some((one) => hasOtherHistory(one, idsThen.get(one)))];
}

/** The revision's day: its commits may say any, but a verdict that stood there was not passed later. */
function dayOf({ commit }: Revision, ledgers: Iterable<FormerLedger>, today: string): string {
  let latest = commit.day;
  for (const { ledger } of ledgers) {
    for (const { verdicts } of ledger.claims) {
      for (const { date } of verdicts) if (date > latest && date <= today) latest = date;
    }
  }
  return latest;
}

/** Whether a ledger has judged claims that did not stand in it. */
const hasOtherHistory = ({ ledger }: OpenedLedger, idsThen: ReadonlySet<string> | undefined): boolean =>
  ledger?.claims.some(({ id, verdicts }) => verdicts.length > 0 && !idsThen?.has(id)) ?? false;

const idsOf = ({ claims }: Ledger) => claims.map(({ id }) => id);

const isSound = (one: OpenedLedger): one is OpenedLedger & { ledger: Ledger; text: string } =>
  one.ledger !== null && one.faults.length === 0;

function absenceOf(one: OpenedLedger | undefined, today: Today, path: string): Absence {
  if (one !== undefined && !isSound(one)) return 'invalid';
  if (one !== undefined && today.isLeftOut(one.found.path)) return 'left out';
  return isFile(path) ? 'left out' : 'gone';
}

/** A ledger that is not there to be opened. */
const gone = (found: FoundLedger): OpenedLedger => ({ found, text: null, ledger: null, faults: [], at: null });

/**
 * Which ledger of today has the place of which of the revision: the one of the same path, or what that path led to
 * there. A link that leads elsewhere now does not change what the ledger was.
 */
function placesNow(
  { files, tree }: Revision,
  all: readonly OpenedLedger[],
  former: ReadonlyMap<string, FormerLedger>,
): { nowOf: Map<string, OpenedLedger>; also: readonly (readonly [string, OpenedLedger])[] } {
  const nowOf = new Map<string, OpenedLedger>();
  const left: OpenedLedger[] = [];
  const also: [string, OpenedLedger][] = [];
  for (const one of all) {
    const now = realOf(one.found.path) ?? one.found.path;
    if (former.has(now) && !nowOf.has(now)) nowOf.set(now, one);
    else left.push(one);
  }
  for (const one of left) {
    if (namedWithin(tree.root, one.found.path) === null || !files.stat(one.found.path)) continue;
    const then = files.real(one.found.path);
    if (!former.has(then)) continue;
    if (nowOf.has(then)) also.push([then, one]);
    else nowOf.set(then, one);
  }
  return { nowOf, also };
}

/**
 * The paths of the revision that a ledger may have had: what its path led to there, and what it is now.
 * @throws Refusal if it lies outside the work tree, or in a submodule
 */
function placeIn({ tree: { root }, files, submodules }: Revision, { path, file }: FoundLedger): readonly string[] {
  const now = realOf(path) ?? path;
  if (!isWithin(root, now))
    throw new Refusal(`${file} lies outside the git work tree ${root}`, 'Check it without --against.');
  if (liesInSubmodule({ submodules }, now))
    throw new Refusal(`${file} lies in a git repository of its own, a submodule`, 'Run check there to compare it.');
  return [files.stat(path) ? files.real(path) : now, now];
}

/** @throws Refusal if a ledger was a link out of the repository, where nothing here can tell what it was */
function refuseLostLinks(revision: Revision, own: readonly OpenedLedger[]): void {
  if (revision.links.size === 0) return;
  for (const { found } of own) {
    const { root } = revision.tree;
    const isLost = [namedWithin(root, found.path) ?? found.path, ownPlace(found.path)].some((place) => {
      const led = ledTo(revision.links, place);
      const isElsewhere = !isWithin(root, led) || liesInSubmodule(revision, led);
      return isElsewhere && led !== place && realOf(found.path) !== realOf(led);
    });
    if (!isLost) continue;
    throw new Refusal(
      `${found.file} was a link out of its repository or into a submodule, and leads elsewhere now: what it was cannot be compared`,
      'Make it a link again, or give the ledger another name.',
    );
  }
}

const liesInSubmodule = ({ submodules }: Pick<Revision, 'submodules'>, path: string): boolean =>
  [...submodules.keys()].some((submodule) => isWithin(submodule, path));

/** @throws Refusal if the submodule is not there to be read */
function submoduleAt(world: Context['world'], path: string): string {
  if (repositoryOf(path) === realOf(path)) return path;
  const { file } = foundBeside(world, [], path);
  throw new Refusal(
    `${file} was a submodule, in which ledgers are looked for, and it cannot be read now`,
    'If it is only not checked out: git submodule update --init, or submodules: recursive in actions/checkout.',
    'If it is to go, or to be left out, somebody must decide that: what it held cannot be compared any more.',
  );
}

/** Ledgers that a sparse checkout leaves out of the work tree, as they stand in the index. */
async function leftOutOfTheTree(
  { tree }: Revision,
  absent: ReadonlyMap<string, FormerLedger>,
  world: Context['world'],
  all: readonly OpenedLedger[],
): Promise<Map<string, OpenedLedger>> {
  const missing = [...absent].filter(([path, { path: name }]) => !isFile(path) && !isFile(name));
  const left = missing.flatMap(([path, { path: name }]) => {
    const entry = tree.index().get(path);
    return entry?.isLeftOut ? [{ path, name, oid: entry.oid }] : [];
  });
  const blobs = tree.blobs(left.map(({ oid }) => oid));
  const found = new Map<string, OpenedLedger>();
  for (const [at, { path, name }] of left.entries()) {
    const text = decode(blobs[at] ?? Buffer.alloc(0));
    if (!('text' in text)) continue;
    const beside = foundBeside(
      world,
      all.map((one) => one.found),
      name,
    );
    found.set(path, { found: beside, text: text.text, ...(await readLedger(text.text)), at: null });
  }
  return found;
}
