import { check, type Found, lostHistory } from '../check/engine.ts';
import type { RuleOptions, Subject } from '../check/rule.ts';
import { latestDay } from '../model/dates.ts';
import type { Fault } from '../model/fault.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import { Refusal } from '../model/refusal.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { openLedger } from '../store/input.ts';
import type { Opened } from '../store/open.ts';
import { lineIndex } from '../text/line-index.ts';
import { disablesIn } from '../yaml/comments.ts';
import { readLedger } from '../yaml/read-ledger.ts';
import type { Context } from './context.ts';
import { progress } from './progress.ts';

/** A ledger that was checked, or could not be opened. */
export interface CheckedLedger {
  readonly found: FoundLedger;
  /** Null where the file could not be opened as text. */
  readonly text: string | null;
  readonly ledger: Ledger | null;
  /** Whether its claims were looked at: not in a file that is not sound YAML, or one that is left out. */
  readonly isChecked: boolean;
  readonly findings: readonly Finding[];
}

export interface CheckPlan {
  /** The severity of each rule that runs. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Whether more than its history is looked at. */
  readonly looksAtClaims: boolean;
  readonly options: RuleOptions;
}

/** Opens, reads and checks ledgers, all of them, whatever is wrong with any. */
export async function checkLedgers(
  context: Context,
  ledgers: readonly FoundLedger[],
  plan: (found: FoundLedger) => CheckPlan,
  beforeOf: (found: FoundLedger) => Ledger | null,
): Promise<CheckedLedger[]> {
  const shown = progress(context);
  const checked: CheckedLedger[] = [];
  for (const [index, found] of ledgers.entries()) {
    await shown.step(found, index, ledgers.length);
    checked.push(await checkOpened(context, found, await openLedger(context.world, found), plan(found), beforeOf));
  }
  await shown.clear();
  return checked;
}

async function checkOpened(
  context: Context,
  found: FoundLedger,
  opened: Opened,
  plan: CheckPlan,
  beforeOf: (found: FoundLedger) => Ledger | null,
): Promise<CheckedLedger> {
  if ('fault' in opened)
    return {
      found,
      text: null,
      ledger: null,
      isChecked: false,
      findings: unopened(found, opened, plan, beforeOf(found)),
    };
  const { text } = opened;
  const { ledger, faults } = await readLedger(text);
  const placeOf = lineIndex(text);
  const before = beforeOf(found);
  const article = plan.severities.has('anchor') ? await articleOf(context, found, ledger) : null;
  const wanted = new Set(plan.severities.keys());
  const problems = check(
    subject(context, ledger, faults, before, article, plan.options),
    wanted,
    await disablesIn(text),
    placeOf,
  );
  const isChecked = plan.looksAtClaims && faults.every(({ rule }) => rule !== 'syntax');
  return {
    found,
    text,
    ledger,
    isChecked,
    findings: problems.flatMap((problem) => findingOf(found, problem, plan, placeOf)),
  };
}

function subject(
  { globals, today, world }: Context,
  ledger: Ledger,
  faults: readonly Fault[],
  before: Ledger | null,
  article: Subject['article'],
  options: RuleOptions,
) {
  const day = globals.asOf;
  return { ledger, faults, before, article, options, today: day ?? today, latestDay: day ?? latestDay(world.now()) };
}

async function articleOf({ world }: Context, found: FoundLedger, { article }: Ledger): Promise<Subject['article']> {
  if (article.text === null) return null;
  const { openArticle } = await import('../store/article-file.ts');
  try {
    return await openArticle(world, found, article, null);
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.message };
    throw error;
  }
}

function findingOf(
  { file, name }: FoundLedger,
  { rule, offset, message, claim, event }: Found,
  { severities }: CheckPlan,
  placeOf: (offset: number) => LineColumn,
): Finding[] {
  const severity = severities.get(rule.id);
  if (!severity) return [];
  const { line, column } = placeOf(offset);
  const ids = { claim: claim?.id || null, event: event?.id || null };
  return [{ rule: rule.id, severity, message, file, line, column, ledger: name, ...ids }];
}

/** A file that is no text: its fault, and that its history can no longer be read. */
function unopened(
  { file, name }: FoundLedger,
  { fault, line, column }: Extract<Opened, { fault: string }>,
  { severities }: CheckPlan,
  before: Ledger | null,
): Finding[] {
  const problems = [
    ['syntax', fault],
    ['history-rewritten', before && lostHistory(before)],
  ] as const;
  return problems.flatMap(([rule, message]) => {
    const severity = severities.get(rule);
    if (!severity || !message) return [];
    return [{ rule, severity, message, file, line, column, ledger: name, claim: null, event: null }];
  });
}
