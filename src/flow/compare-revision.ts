import { matchPast } from '../check/match-past.ts';
import { pairLedgers } from '../check/pair-ledgers.ts';
import type { Absence, Past, PastLedger } from '../check/past.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Settable } from '../model/rule-option.ts';
import type { ConfiguredChecks } from '../store/config.ts';
import { typed } from '../store/discover.ts';
import { isFile } from '../store/disk.ts';
import { type Former, type FormerLedger, formerLedgers } from '../store/former.ts';
import { type FoundLedger, foundBeside } from '../store/found-ledger.ts';
import { isWithin, namedWithin, ownPlace, realOf, repositoryOf } from '../store/repository.ts';
import { ledTo, type Revision } from '../store/revision.ts';
import type { Context } from './context.ts';
import { leftOutOfTheTree } from './left-out-of-the-tree.ts';
import type { OpenedLedger } from './open-ledgers.ts';

/** The ledgers of today, in whatever repository. */
export interface Today {
  /** Those that were found. */
  readonly opened: readonly OpenedLedger[];
  /** Those that would have been found, had no other been named. */
  readonly others: () => Promise<readonly OpenedLedger[]>;
  readonly isLeftOut: (path: string) => boolean;
}

/** What the ledgers are compared with at one revision of one repository. */
export interface ComparedIn {
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
export async function compareIn(context: Context, revision: Revision, today: Today, scope: Scope): Promise<ComparedIn> {
  const [first, hasMoved] = await compareScope(context, revision, { ...today, beside: null }, scope);
  const isNamed = typed(context.world, context.globals.file).length > 0;
  if (!hasMoved || scope.ways === null || !isNamed) return first;
  const [whole] = await compareScope(context, revision, { ...today, beside: await today.others() }, scope);
  return whole;
}

/** What is compared in a repository. */
export interface Scope {
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
  const missing = Array.from(absent, ([path, { path: name }]) => ({ path, name }));
  const sparse = await leftOutOfTheTree(
    world,
    revision.tree,
    missing,
    all.map((one) => one.found),
  );
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
          .map((one) => ({ path: one.found.path, claims: allIdsOf(one.ledger) })),
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
    { day: dayOf(revision, former.ledgers.values(), day), isSide: revision.commit.isSide },
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

/** The revision's day: its commits may say any, but a verdict or a withdrawal that stood there did not come later. */
function dayOf({ commit }: Revision, ledgers: Iterable<FormerLedger>, today: string): string {
  let latest = commit.day;
  for (const { ledger } of ledgers) {
    for (const claim of ledger.claims) {
      const note = (date: string | undefined) => {
        if (date !== undefined && date > latest && date <= today) latest = date;
      };
      note(claim.withdrawn?.date);
      for (const { date, withdrawn } of claim.verdicts) {
        note(date);
        note(withdrawn?.date);
      }
    }
  }
  return latest;
}

/** Whether a ledger has judged claims that did not stand in it. */
const hasOtherHistory = ({ ledger }: OpenedLedger, idsThen: ReadonlySet<string> | undefined): boolean =>
  ledger?.claims.some(({ id, verdicts }) => verdicts.length > 0 && !idsThen?.has(id)) ?? false;

const idsOf = ({ claims }: Ledger) => claims.map(({ id }) => id);

const allIdsOf = ({ claims }: Ledger) => claims.flatMap(({ id, formerly }) => [id, ...formerly]);

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

export const liesInSubmodule = ({ submodules }: Pick<Revision, 'submodules'>, path: string): boolean =>
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
