import type { Disable } from '../model/disable.ts';
import type { Severity } from '../model/finding.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import type { OptionsSet } from '../model/rule-option.ts';
import { isWithdrawn } from '../model/status.ts';
import { isWhole } from './places.ts';
import { reconcile } from './reconcile.ts';
import type { Comparing, Problem, Rule, RuleProblem, Subject, Unread, Wanted } from './rule.ts';
import { rules } from './rules.ts';
import { silence } from './silence.ts';

/** A rule that runs, with what is set of its options. */
interface Running {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: OptionsSet;
}

/**
 * Runs rules over one ledger.
 * @param wanted the rules to run that look at the ledger as it is
 * @param revisions what it is compared with, each by rules of its own
 * @param disables the comments of the ledger that silence findings
 * @returns what was found and not silenced, in the order of the text, then of the rules
 */
export function check(
  subject: Subject | Unread,
  wanted: Wanted,
  revisions: readonly Comparing[],
  disables: readonly Disable[],
  placeOf: (offset: number) => LineColumn,
): RuleProblem[] {
  const running = rules.flatMap((rule): Running[] => {
    const settings = rule.compare ? undefined : wanted.get(rule.id);
    return settings ? [{ rule, ...settings }] : [];
  });
  const compared = compare(revisions, subject);
  if (!('ledger' in subject)) {
    return inOrder([...running.flatMap((one) => foundBy(one, one.rule.findUnread?.(subject))), ...compared]);
  }
  const { left, comments } = silence(findAll(subject, running), disables, placeOf);
  const outcome = { rules, wanted, comments };
  return inOrder([...left, ...compared, ...running.flatMap((one) => foundBy(one, one.rule.findAfter?.(outcome)))]);
}

/** What is found against several revisions is told once. */
function compare(revisions: readonly Comparing[], subject: Subject | Unread): RuleProblem[] {
  const ledger = 'ledger' in subject ? subject.ledger : null;
  const latestDay = 'ledger' in subject ? subject.latestDay : '';
  const pasts = reconcile(revisions.map(({ past }) => past));
  const found = new Map<string, RuleProblem>();
  for (const [at, past] of pasts.entries()) {
    for (const rule of rules) {
      const settings = revisions[at]?.rules.get(rule.id);
      if (!rule.compare || !settings) continue;
      for (const problem of rule.compare(past, ledger, subject.faults, latestDay)) {
        const { offset, message, claim, event } = problem;
        const key = JSON.stringify([rule.id, offset, message, claim?.id, event?.id]);
        if (!found.has(key)) found.set(key, { ...problem, rule, severity: settings.severity });
      }
    }
  }
  return [...found.values()];
}

const foundBy = ({ rule, severity }: Running, problems: Iterable<Problem> = []): RuleProblem[] =>
  Array.from(problems, (problem) => ({ ...problem, rule, severity }));

const inOrder = (found: RuleProblem[]): RuleProblem[] =>
  found.sort((a, b) => a.offset - b.offset || rules.indexOf(a.rule) - rules.indexOf(b.rule));

function findAll(subject: Subject, running: readonly Running[]): RuleProblem[] {
  const sound: Subject = { ...subject, ledger: withoutUnread(subject) };
  const held: Subject = { ...subject, ledger: withoutWithdrawn(sound.ledger, subject.today) };
  return running.flatMap((one) => {
    const { rule, options } = one;
    const seen = rule.unreadVerdicts === 'count' ? subject : rule.withdrawn === 'count' ? sound : held;
    const found = foundBy(one, rule.find?.(seen, options));
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

/** Without the claims and verdicts that are withdrawn on a day. */
function withoutWithdrawn(ledger: Ledger, day: string): Ledger {
  const isHeld = (record: Parameters<typeof isWithdrawn>[0]) => !isWithdrawn(record, day);
  const hasWithdrawn = ledger.claims.some((claim) => !isHeld(claim) || !claim.verdicts.every(isHeld));
  if (!hasWithdrawn) return ledger;
  const claims = ledger.claims.filter(isHeld);
  return {
    ...ledger,
    claims: claims.map((claim) =>
      claim.verdicts.every(isHeld) ? claim : { ...claim, verdicts: claim.verdicts.filter(isHeld) },
    ),
  };
}
