import { check } from '../check/engine.ts';
import type { Comparing, RuleProblem, Subject, Wanted } from '../check/rule.ts';
import { cutShort } from '../check/rules/cut-short.ts';
import { rules } from '../check/rules.ts';
import { latestDay } from '../model/dates.ts';
import { isUnreadable } from '../model/fault.ts';
import type { Finding } from '../model/finding.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import { Refusal } from '../model/refusal.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { lineIndex } from '../text/line-index.ts';
import { disablesIn } from '../yaml/comments.ts';
import type { Context } from './context.ts';
import type { OpenedLedger } from './open-ledgers.ts';

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
  /** The rules that run on the ledger as it is. */
  readonly rules: Wanted;
  /** What it is compared with. */
  readonly revisions: readonly Comparing[];
  /** Whether more than its history is looked at. */
  readonly looksAtClaims: boolean;
}

/** Checks ledgers, all of them, whatever is wrong with any. */
export async function checkLedgers(
  context: Context,
  ledgers: readonly OpenedLedger[],
  planFor: (found: FoundLedger) => CheckPlan,
): Promise<CheckedLedger[]> {
  const checked: CheckedLedger[] = [];
  const byAddress = new Map<string, string[]>();
  for (const { found, ledger } of ledgers) {
    const address = ledger?.article.url ?? '';
    if (address === '' || !planFor(found).looksAtClaims) continue;
    byAddress.set(address, [...(byAddress.get(address) ?? []), found.file]);
  }
  const alikeOf = ({ found, ledger }: OpenedLedger) =>
    (byAddress.get(ledger?.article.url ?? '') ?? []).filter((file) => file !== found.file);
  for (const opened of ledgers) {
    checked.push(await checkLedger(context, opened, planFor(opened.found), alikeOf(opened)));
  }
  return checked;
}

async function checkLedger(
  context: Context,
  opened: OpenedLedger,
  plan: CheckPlan,
  alike: readonly string[],
): Promise<CheckedLedger> {
  const { found, text, ledger, faults, at } = opened;
  const isRead = text !== null && ledger !== null && !isUnreadable(faults);
  const subject = isRead
    ? {
        ledger,
        faults,
        alike,
        cutShort: plan.rules.has(cutShort.id) ? await cutShortOf(text) : [],
        article: await articleFor(plan, context, found, ledger),
        ...daysOf(context),
      }
    : { faults };
  const placeOf = text === null ? () => at ?? { line: 1, column: 1 } : lineIndex(text);
  const problems = check(subject, plan.rules, plan.revisions, isRead ? await disablesIn(text) : [], placeOf);
  const findings = problems.map((problem) => findingOf(found, problem, placeOf));
  return { found, text, ledger, isChecked: plan.looksAtClaims && isRead, findings };
}

/** Loaded for what may have been cut only. */
const cutShortOf = async (text: string) =>
  /[ \t][#&]\S/.test(text) ? (await import('../yaml/cut-short.ts')).cutShortIn(text) : [];

function daysOf({ globals: { asOf }, today, world }: Context): Pick<Subject, 'today' | 'latestDay' | 'isToday'> {
  const isNamed = (world.env.FACTLEDGER_TODAY ?? '') !== '';
  const latest = asOf ?? (isNamed ? today : latestDay(world.now()));
  return { today: asOf ?? today, latestDay: latest, isToday: asOf === null };
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
  { rule, severity, offset, message, claim, event }: RuleProblem,
  placeOf: (offset: number) => LineColumn,
): Finding {
  const { line, column } = placeOf(offset);
  const ids = { claim: claim?.id || null, event: event?.id || null };
  return { rule: rule.id, severity, message, file, line, column, ledger: name, ...ids };
}
