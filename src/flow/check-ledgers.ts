import { check } from '../check/engine.ts';
import type { RuleProblem, Subject } from '../check/rule.ts';
import { rules } from '../check/rules.ts';
import { latestDay } from '../model/dates.ts';
import { type Fault, isUnreadable, noText } from '../model/fault.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import { Refusal } from '../model/refusal.ts';
import type { OptionsSet } from '../model/rule-option.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { openLedger } from '../store/input.ts';
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
  /** The rules that run, by their ids. */
  readonly rules: ReadonlyMap<string, RulePlan>;
  /** Whether more than its history is looked at. */
  readonly looksAtClaims: boolean;
  /** What it is compared with; null where there is nothing. */
  readonly before: Ledger | null;
  /** Whether its file is gone, so that there is nothing to open. */
  readonly isGone: boolean;
}

interface RulePlan {
  readonly severity: Severity;
  readonly options: OptionsSet;
}

/** Opens, reads and checks ledgers, all of them, whatever is wrong with any. */
export async function checkLedgers(
  context: Context,
  ledgers: readonly FoundLedger[],
  planFor: (found: FoundLedger) => CheckPlan,
): Promise<CheckedLedger[]> {
  const shown = progress(context);
  const checked: CheckedLedger[] = [];
  for (const [index, found] of ledgers.entries()) {
    await shown.step(found, index, ledgers.length);
    checked.push(await checkLedger(context, found, planFor(found)));
  }
  await shown.clear();
  return checked;
}

async function checkLedger(context: Context, found: FoundLedger, plan: CheckPlan): Promise<CheckedLedger> {
  const { text, ledger, faults, placeOf } = await read(context, found, plan.isGone);
  const { before, isGone } = plan;
  const isRead = ledger !== null && !isUnreadable(faults);
  const subject = isRead
    ? { ledger, faults, before, article: await articleFor(plan, context, found, ledger), ...daysOf(context) }
    : { isGone, faults, before };
  const problems = check(subject, plan.rules, isRead ? await disablesIn(text) : [], placeOf);
  const findings = problems.flatMap((problem) => findingOf(found, problem, plan, placeOf));
  return { found, text, ledger, isChecked: plan.looksAtClaims && isRead, findings };
}

/** A file as far as it can be read. */
type Source = { readonly faults: readonly Fault[]; readonly placeOf: (offset: number) => LineColumn } & (
  | { readonly text: string; readonly ledger: Ledger }
  | { readonly text: null; readonly ledger: null }
);

async function read({ world }: Context, found: FoundLedger, isGone: boolean): Promise<Source> {
  if (isGone) return { text: null, ledger: null, faults: [], placeOf: () => ({ line: 1, column: 1 }) };
  const opened = await openLedger(world, found);
  if ('fault' in opened) {
    const { fault, line, column } = opened;
    return { text: null, ledger: null, faults: [noText(fault)], placeOf: () => ({ line, column }) };
  }
  const { text } = opened;
  return { text, ...(await readLedger(text)), placeOf: lineIndex(text) };
}

function daysOf({ globals: { asOf }, today, world }: Context): Pick<Subject, 'today' | 'latestDay'> {
  return { today: asOf ?? today, latestDay: asOf ?? latestDay(world.now()) };
}

/** The article's text, for rules that look into it. */
async function articleFor(
  plan: CheckPlan,
  { world }: Context,
  found: FoundLedger,
  { article }: Ledger,
): Promise<Subject['article']> {
  if (article.text === null || !rules.some(({ id, looksIntoArticle }) => looksIntoArticle && plan.rules.has(id)))
    return null;
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
  { rule, offset, message, claim, event }: RuleProblem,
  plan: CheckPlan,
  placeOf: (offset: number) => LineColumn,
): Finding[] {
  const severity = plan.rules.get(rule.id)?.severity;
  if (!severity) return [];
  const { line, column } = placeOf(offset);
  const ids = { claim: claim?.id || null, event: event?.id || null };
  return [{ rule: rule.id, severity, message, file, line, column, ledger: name, ...ids }];
}
