import type { Disable } from '../model/disable.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import type { OptionsSet } from '../model/rule-option.ts';
import { isWhole } from './places.ts';
import type { Problem, Rule, RuleProblem, Subject, Unread, Wanted } from './rule.ts';
import { rules } from './rules.ts';
import { silence } from './silence.ts';

/** A rule that runs, with what is set of its options. */
interface Running {
  readonly rule: Rule;
  readonly options: OptionsSet;
}

/**
 * Runs rules over one ledger.
 * @param wanted the rules to run
 * @param disables the comments of the ledger that silence findings
 * @returns what was found and not silenced, in the order of the text, then of the rules
 */
export function check(
  subject: Subject | Unread,
  wanted: Wanted,
  disables: readonly Disable[],
  placeOf: (offset: number) => LineColumn,
): RuleProblem[] {
  const running = rules.flatMap((rule): Running[] => {
    const settings = rule.againstRevision && subject.before === null ? undefined : wanted.get(rule.id);
    return settings ? [{ rule, options: settings.options }] : [];
  });
  if (!('ledger' in subject)) return inOrder(running.flatMap(({ rule }) => foundBy(rule, rule.findUnread?.(subject))));
  const { left, comments } = silence(findAll(subject, running), disables, placeOf);
  const outcome = { rules, wanted, comments };
  return inOrder([...left, ...running.flatMap(({ rule }) => foundBy(rule, rule.findAfter?.(outcome)))]);
}

const foundBy = (rule: Rule, problems: Iterable<Problem> = []): RuleProblem[] =>
  Array.from(problems, (problem) => ({ ...problem, rule }));

const inOrder = (found: RuleProblem[]): RuleProblem[] =>
  found.sort((a, b) => a.offset - b.offset || rules.indexOf(a.rule) - rules.indexOf(b.rule));

function findAll(subject: Subject, running: readonly Running[]): RuleProblem[] {
  const sound: Subject = { ...subject, ledger: withoutUnread(subject) };
  return running.flatMap(({ rule, options }) => {
    const found = foundBy(rule, rule.find?.(rule.unreadVerdicts === 'count' ? subject : sound, options));
    if (rule.unreadVerdicts !== 'silence') return found;
    return found.filter(({ claim }) => !claim || isWhole(claim, 'verdicts'));
  });
}

/** Without verdicts whose date or status could not be read: the schema's findings say all there is to say of them. */
function withoutUnread({ ledger, faults }: Subject): Ledger {
  if (faults.length === 0) return ledger;
  const claims = ledger.claims.map((claim) => {
    if (isWhole(claim, 'verdicts')) return claim;
    return { ...claim, verdicts: claim.verdicts.filter(({ date, status }) => date.length > 0 && status.length > 0) };
  });
  return { ...ledger, claims };
}
