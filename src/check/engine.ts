import type { Disable } from '../model/disable.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import { verdictsOf } from './histories.ts';
import { isWhole } from './places.ts';
import { canBeSilenced, type Problem, type Rule, type Subject, type Wanted } from './rule.ts';
import { rules } from './rules.ts';

/** A problem with the rule that found it. */
export interface Found extends Problem {
  readonly rule: Rule;
}

/**
 * Runs rules over one ledger.
 * @param wanted the rules to run
 * @param disables the comments of the ledger that silence findings
 * @returns what was found and not silenced, in the order of the text, then of the rules
 */
export function check(
  subject: Subject,
  wanted: Wanted,
  disables: readonly Disable[],
  placeOf: (offset: number) => LineColumn,
): Found[] {
  const isBroken = subject.faults.some(({ rule }) => rule === 'syntax');
  const sound: Subject = { ...subject, ledger: withoutBroken(subject.ledger) };
  const running = rules.flatMap((rule) => {
    const settings = rule.againstRevision && subject.before === null ? undefined : wanted.get(rule.id);
    return settings ? [{ rule, options: settings.options }] : [];
  });
  const found = running
    // Of a file that is not sound YAML, what was read may be anything.
    .filter(({ rule }) => !isBroken || rule.neverSilenced)
    .flatMap(({ rule, options }) => {
      const problems = Array.from(
        rule.find?.(rule.unreadVerdicts === 'count' ? subject : sound, options) ?? [],
        (problem): Found => ({ ...problem, rule }),
      );
      if (rule.unreadVerdicts !== 'silence') return problems;
      return problems.filter(({ claim }) => !claim || isWhole(claim, 'verdicts'));
    });
  if (isBroken && wanted.has('history-rewritten')) found.push(...unreadable(subject));
  const keyOf = (rule: string, line: number) => `${rule} ${line}`;
  const silencers = new Map(
    disables.filter(({ reason }) => reason !== '').map((disable) => [keyOf(disable.rule, disable.line), disable]),
  );
  const places = new Set<string>();
  const used = new Set<Disable>();
  const left = found.filter(({ rule, offset }) => {
    const key = keyOf(rule.id, disables.length === 0 ? 0 : placeOf(offset).line);
    places.add(key);
    if (!canBeSilenced(rule)) return true;
    const silencing = silencers.get(key);
    if (silencing) used.add(silencing);
    return !silencing;
  });
  if (!isBroken) {
    const comments = disables.map((disable) => ({
      ...disable,
      silences: used.has(disable),
      isBehind: places.has(keyOf(disable.rule, placeOf(disable.offset).line)),
    }));
    for (const { rule } of running) {
      for (const problem of rule.findAfter?.({ rules, wanted, comments }) ?? []) left.push({ ...problem, rule });
    }
  }
  return left.sort((a, b) => a.offset - b.offset || rules.indexOf(a.rule) - rules.indexOf(b.rule));
}

/** A history that can no longer be read is no longer there: breaking the file is no way around the comparison. */
function unreadable({ before, faults }: Subject): Found[] {
  const rule = rules.find(({ id }) => id === 'history-rewritten');
  const message = before && lostHistory(before);
  return rule && message ? [{ rule, offset: faults[0]?.offset ?? 0, message }] : [];
}

/** What to say of a ledger that cannot be read any more; null if it held no verdict. */
export function lostHistory({ claims }: Ledger): string | null {
  const verdicts = verdictsOf(claims);
  return verdicts && `the ledger cannot be read any more, nor ${verdicts}`;
}

/** Without verdicts whose date or status could not be read: the schema's findings say all there is to say of them. */
function withoutBroken(ledger: Ledger): Ledger {
  const claims = ledger.claims.map((claim) => {
    if (isWhole(claim, 'verdicts')) return claim;
    const verdicts = claim.verdicts.filter(({ date, status }) => date !== '' && (status as string) !== '');
    return { ...claim, verdicts };
  });
  return { ...ledger, claims };
}
