import { pairLedgers } from '../check/pair-ledgers.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Settable } from '../model/rule-option.ts';
import { isFile } from '../store/disk.ts';
import { formerLedgers, repositoriesMeant } from '../store/former.ts';
import { type FoundLedger, foundBeside } from '../store/found-ledger.ts';
import { openRevision, type Revision } from '../store/git.ts';
import { openText } from '../store/open.ts';
import { isWithin, realOf, repositoryOf } from '../store/repository.ts';
import type { Checks } from '../yaml/read-checks.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';

/** What the ledgers are compared with. */
export interface Against {
  /** What the configuration of its revision set for a ledger. */
  readonly checksOf: (found: FoundLedger) => Checks | undefined;
  /** What a ledger was at the revision; null if it is new. */
  readonly beforeOf: (found: FoundLedger) => Ledger | null;
  /** Ledgers of the revision that are still files but no longer found: they are compared all the same. */
  readonly dropped: readonly FoundLedger[];
  /** Ledgers with verdicts whose file is gone. */
  readonly gone: readonly FoundLedger[];
  /** Whether the revision's configuration left a ledger out. */
  readonly isExcluded: (found: FoundLedger) => boolean;
}

/**
 * Compares ledgers with a git revision, each in the repository that it belongs to.
 * @param wanted as typed: anything that git takes for a commit, `...` behind it for the merge base with HEAD
 * @throws Refusal if the revision cannot be read in any of them
 */
export async function compareWith(
  context: Context,
  ledgers: readonly FoundLedger[],
  wanted: string,
  rules: readonly Settable[],
): Promise<Against> {
  if (ledgers.some(({ path }) => path === '-'))
    throw new Refusal('--against compares files, and standard input is none');
  const parts: Compared[] = [];
  for (const [root, own] of byRepository(context, ledgers))
    parts.push(await compareIn(context, openRevision(root, wanted), own, ledgers, rules));
  const partOf = (found: FoundLedger) => parts.find((part) => part.known.has(found));
  return {
    checksOf: (found) => partOf(found)?.checks,
    beforeOf: (found) => partOf(found)?.beforeOf(found) ?? null,
    dropped: parts.flatMap(({ dropped }) => dropped),
    gone: parts.flatMap(({ gone }) => gone),
    isExcluded: (found) => partOf(found)?.isExcluded(found) ?? false,
  };
}

/**
 * Ledgers by the repository that they belong to, and with none of their own those in which the command line looks: there,
 * ledgers may be gone.
 */
function byRepository({ world, globals }: Context, ledgers: readonly FoundLedger[]): Map<string, FoundLedger[]> {
  const groups = new Map<string, FoundLedger[]>();
  for (const root of repositoriesMeant(world, globals.file, ledgers)) groups.set(root, []);
  for (const found of ledgers) {
    const root = repositoryOf(found.path);
    if (root === null)
      throw new Refusal(
        `--against needs a git work tree, and ${found.file} is in none`,
        'Check that ledger by itself, without --against.',
      );
    const group = groups.get(root);
    if (group) group.push(found);
    else groups.set(root, [found]);
  }
  if (groups.size === 0) throw new Refusal('--against needs a git work tree, and the ledgers are in none');
  return groups;
}

/** What the ledgers of one repository are compared with. */
interface Compared extends Pick<Against, 'beforeOf' | 'dropped' | 'gone' | 'isExcluded'> {
  /** Those that it speaks of. */
  readonly known: ReadonlySet<FoundLedger>;
  readonly checks: Checks;
}

/** @param all the ledgers of every repository, among which those that are gone are named */
async function compareIn(
  { world, globals, config }: Context,
  revision: Revision,
  ledgers: readonly FoundLedger[],
  all: readonly FoundLedger[],
  rules: readonly Settable[],
): Promise<Compared> {
  const places = new Map(ledgers.map((found) => [found, placeIn(revision, found)]));
  const former = await formerLedgers(world, globals.file, config, revision, [...places.values()].flat(), rules);
  const before = new Map<string, Ledger>();
  for (const [path, { text }] of former.ledgers) before.set(path, (await readLedger(text)).ledger);
  // What the ledger's path led to comes first: a link that leads elsewhere now does not change what the ledger was.
  const comparedTo = new Map<FoundLedger, string>();
  for (const [found, paths] of places) {
    const path = paths.find((one) => before.has(one));
    if (path !== undefined) comparedTo.set(found, path);
  }
  const compared = new Set(comparedTo.values());
  const dropped: FoundLedger[] = [];
  const gone: string[] = [];
  for (const [path, { path: name }] of former.ledgers) {
    if (compared.has(path)) continue;
    const file = [name, path].find(isFile);
    if (file === undefined) gone.push(path);
    else {
      const found = foundBeside(world, all, file);
      dropped.push(found);
      comparedTo.set(found, path);
    }
  }
  const fresh = ledgers.filter((found) => !comparedTo.has(found));
  const renamed = pairLedgers(
    gone.map((path) => ({ path, claims: idsOf(before.get(path)) })),
    gone.length === 0 ? [] : await Promise.all(fresh.map(claimsNow)),
  );
  for (const found of fresh) {
    const path = renamed.get(found.path);
    if (path !== undefined) comparedTo.set(found, path);
  }
  const followed = new Set(renamed.values());
  const nameOf = (path: string) => former.ledgers.get(path)?.path ?? path;
  const left = gone.filter(
    (path) => !followed.has(path) && !former.isExcluded(nameOf(path)) && hasVerdicts(before.get(path)),
  );
  const missing = left.map((path) => {
    const found = foundBeside(world, all, nameOf(path));
    comparedTo.set(found, path);
    return found;
  });
  return {
    known: new Set([...ledgers, ...dropped, ...missing]),
    checks: former.checks,
    beforeOf: (found) => before.get(comparedTo.get(found) ?? '') ?? null,
    dropped,
    gone: missing,
    isExcluded: (found) => {
      const path = comparedTo.get(found);
      return former.isExcluded(path === undefined ? placeIn(revision, found)[0] : nameOf(path));
    },
  };
}

/**
 * The paths of the revision that a ledger may have had: what its path led to there, and what it is now.
 * @throws Refusal if it lies outside the work tree, or in a submodule
 */
function placeIn({ root, files, submodules }: Revision, { path, file }: FoundLedger): [then: string, now: string] {
  const now = realOf(path) ?? path;
  if (!isWithin(root, now))
    throw new Refusal(`${file} lies outside the git work tree ${root}`, 'Check it without --against.');
  if ([...submodules].some((submodule) => isWithin(submodule, now)))
    throw new Refusal(`${file} lies in a git repository of its own, a submodule`, 'Run check there to compare it.');
  return [files.stat(path) ? files.real(path) : now, now];
}

const idsOf = (ledger: Ledger | null | undefined) => (ledger?.claims ?? []).map(({ id }) => id);

async function claimsNow({ path }: FoundLedger): Promise<{ path: string; claims: string[] }> {
  const opened = openText(path);
  return { path, claims: 'fault' in opened ? [] : idsOf((await readLedger(opened.text)).ledger) };
}

const hasVerdicts = (ledger: Ledger | undefined) => ledger?.claims.some(({ verdicts }) => verdicts.length > 0);
