import { verdictsOf } from '../check/histories.ts';
import { pairLedgers } from '../check/pair-ledgers.ts';
import type { Finding } from '../model/finding.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { type FoundLedger, foundAt, shown } from '../store/discover.ts';
import { formerLedgers } from '../store/former.ts';
import { fileWithin, openRevision, pathWithin } from '../store/git.ts';
import { openText } from '../store/open.ts';
import type { Checks } from '../yaml/read-checks.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';

/** What the ledgers are compared with. */
export interface Against {
  readonly checks: Checks;
  /** What a ledger was at the revision; null if it is new. */
  readonly beforeOf: (found: FoundLedger) => Ledger | null;
  /** Ledgers of the revision that are still files but no longer found: they are compared all the same. */
  readonly dropped: readonly FoundLedger[];
  /** Ledgers that are gone, with their verdicts. */
  readonly gone: readonly Omit<Finding, 'severity'>[];
  /** Whether the revision's configuration left a ledger out. */
  readonly isExcluded: (found: FoundLedger) => boolean;
}

/**
 * Compares ledgers with a git revision.
 * @param wanted as typed: anything that git takes for a commit, `...` behind it for the merge base with HEAD
 * @throws Refusal if the revision cannot be read
 */
export function compareWith(
  context: Context,
  ledgers: readonly FoundLedger[],
  wanted: string,
  ruleIds: readonly string[],
): Against {
  const { world, globals } = context;
  if (ledgers.some(({ path }) => path === '-'))
    throw new Refusal('--against compares files, and standard input is none');
  const revision = openRevision(world.cwd, wanted);
  const paths = new Map(ledgers.map((found) => [found, pathIn(revision.root, found)]));
  const entries = new Set(revision.paths);
  for (const [{ file }, path] of paths) {
    const parents = path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'));
    if (!parents.some((parent) => entries.has(parent))) continue;
    throw new Refusal(`${file} lies in a git repository of its own, a submodule`, 'Run check there to compare it.');
  }
  const former = formerLedgers(world, globals.file, revision, [...paths.values()], ruleIds);
  const before = new Map([...former.texts].map(([path, text]) => [path, readLedger(text).ledger]));
  const known = new Set(paths.values());
  const missing = [...before.keys()].filter((path) => !known.has(path));
  const still = missing.flatMap((path) => {
    const found = foundAt(world, fileWithin(revision.root, path));
    return found ? [{ path, found }] : [];
  });
  const gone = missing.filter((path) => !still.some((one) => one.path === path));
  // What leads to a ledger that is found by another path is compared there.
  const dropped = still.filter(({ found }) => !known.has(pathIn(revision.root, found))).map(({ found }) => found);
  const fresh = [...paths].filter(([, path]) => !before.has(path));
  const renamed = pairLedgers(
    gone.map((path) => ({ path, claims: idsOf(before.get(path)) })),
    gone.length === 0 ? [] : fresh.map(([found, path]) => ({ path, claims: idsOf(readNow(found)) })),
  );
  const followed = new Set(renamed.values());
  const left = gone.filter((path) => !followed.has(path) && !former.isExcluded(path));
  const pathOf = (found: FoundLedger) => paths.get(found) ?? pathIn(revision.root, found);
  const formerPath = (found: FoundLedger) => renamed.get(pathOf(found)) ?? pathOf(found);
  return {
    checks: former.checks,
    beforeOf: (found) => before.get(formerPath(found)) ?? null,
    dropped,
    gone: left.flatMap((path) =>
      goneFinding(path, shown(world, fileWithin(revision.root, path)), before.get(path) as Ledger),
    ),
    isExcluded: (found) => former.isExcluded(formerPath(found)),
  };
}

/** A ledger's path within the work tree. @throws Refusal if it lies outside */
function pathIn(root: string, { path, file }: FoundLedger): string {
  const within = pathWithin(root, path);
  if (within === null)
    throw new Refusal(`${file} lies outside the git work tree ${root}`, 'Check it without --against.');
  return within;
}

const idsOf = (ledger: Ledger | null | undefined) => (ledger?.claims ?? []).map(({ id }) => id);

function readNow({ path }: FoundLedger): Ledger | null {
  const opened = openText(path);
  return 'fault' in opened ? null : readLedger(opened.text).ledger;
}

function goneFinding(path: string, file: string, { claims }: Ledger): Omit<Finding, 'severity'>[] {
  const verdicts = verdictsOf(claims);
  if (verdicts === null) return [];
  const message = `the ledger is gone, and ${verdicts} with it`;
  const ledger = path.replace(/^.*\//, '').replace(/\.ya?ml$/i, '');
  return [{ rule: 'history-rewritten', message, file, line: 1, column: 1, ledger, claim: null, event: null }];
}
