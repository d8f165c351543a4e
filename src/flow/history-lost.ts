import type { Wanted } from '../check/rule.ts';
import { rules } from '../check/rules.ts';
import type { Finding } from '../model/finding.ts';
import type { ConfiguredChecks } from '../store/config.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { realOf, repositoryOf } from '../store/repository.ts';
import { WorkTree } from '../store/work-tree.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import { compareWith } from './against.ts';
import { checkLedgers } from './check-ledgers.ts';
import type { Context } from './context.ts';
import { type OpenedLedger, openAll } from './open-ledgers.ts';

/** A ledger's file, and the text that it is to have; null where it is to go. */
interface ToRestore {
  readonly found: FoundLedger;
  readonly restored: string | null;
}

/**
 * What `check --against HEAD` would find in ledgers once older texts stand in them, and does not find now. Nothing where
 * there is no repository or no commit: what nobody has committed can be taken back.
 * @param ledgers those in use
 * @throws Refusal if that cannot be told for certain
 */
export async function historyLost(
  context: Context,
  ledgers: readonly FoundLedger[],
  toRestore: readonly ToRestore[],
): Promise<readonly Finding[]> {
  const compared = comparable(ledgers);
  const due = toRestore.filter(({ found }) => compared.includes(found));
  if (due.length === 0) return [];
  const now = await openAll(context, compared);
  const then: OpenedLedger[] = [];
  for (const one of now) {
    const { found } = one;
    const older = due.find((each) => each.found === found);
    if (older === undefined) then.push(one);
    else if (older.restored !== null)
      then.push({ found, text: older.restored, ...(await readLedger(older.restored)), at: null });
  }
  const known = new Set((await findingsAgainstHead(context, now)).map(keyOf));
  return (await findingsAgainstHead(context, then)).filter((finding) => !known.has(keyOf(finding)));
}

/** Lines may differ: the text above is another one. */
const keyOf = ({ rule, file, message, claim, event }: Finding) => JSON.stringify([rule, file, message, claim, event]);

/** The ledgers that lie in a repository with a commit, which is not told to ignore them. */
function comparable(ledgers: readonly FoundLedger[]): FoundLedger[] {
  const groups = new Map<string, FoundLedger[]>();
  for (const found of ledgers) {
    const root = repositoryOf(found.path);
    if (root !== null) groups.set(root, [...(groups.get(root) ?? []), found]);
  }
  return [...groups].flatMap(([root, own]) => {
    const tree = WorkTree.open(root);
    if (tree.git(['rev-parse', '--verify', '--quiet', 'HEAD']).status !== 0) return [];
    const pathOf = ({ path }: FoundLedger) => realOf(path) ?? path;
    const ignored = tree.ignoredAmong(own.map(pathOf).filter((path) => !tree.index().has(path)));
    return own.filter((found) => !ignored.has(pathOf(found)));
  });
}

/** Only what the rules that compare find: whatever else is wrong with a ledger is nothing that was published. */
async function findingsAgainstHead(context: Context, opened: readonly OpenedLedger[]): Promise<readonly Finding[]> {
  const { isExcluded } = await context.config.checks(rules);
  const against = await compareWith(context, opened, ['HEAD'], isExcluded, rules);
  const checked = await checkLedgers(context, [...opened, ...against.others], (found) => ({
    rules: new Map(),
    revisions: against.pastsOf(found).map(({ past, configured }) => ({ past, rules: comparing(configured) })),
    looksAtClaims: false,
  }));
  return checked.flatMap(({ findings }) => findings);
}

function comparing({ checks }: ConfiguredChecks): Wanted {
  return new Map(
    rules.flatMap(({ id, severity, compare }) => {
      const set = checks.severities.get(id) ?? severity;
      return compare === undefined || set === 'off' ? [] : [[id, { severity: set, options: new Map() }]];
    }),
  );
}
