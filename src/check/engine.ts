import type { Disable } from '../model/disable.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineColumn } from '../model/place.ts';
import { didYouMean } from '../text/nearest.ts';
import { verdictsOf } from './histories.ts';
import { isWhole } from './places.ts';
import { canBeSilenced, type Problem, type Rule, type Subject } from './rule.ts';
import { rules } from './rules.ts';

/** A problem with the rule that found it. */
export interface Found extends Problem {
  readonly rule: Rule;
}

/**
 * Runs rules over one ledger.
 * @param wanted the ids of the rules to run
 * @param disables the comments of the ledger that silence findings
 * @returns what was found and not silenced, in the order of the text, then of the rules
 */
export function check(
  subject: Subject,
  wanted: ReadonlySet<string>,
  disables: readonly Disable[],
  placeOf: (offset: number) => LineColumn,
): Found[] {
  const isBroken = subject.faults.some(({ rule }) => rule === 'syntax');
  const sound: Subject = { ...subject, ledger: withoutBroken(subject.ledger) };
  const found = rules
    .filter(({ id, againstRevision }) => wanted.has(id) && !(againstRevision && subject.before === null))
    // Of a file that is not sound YAML, what was read may be anything.
    .filter(({ neverSilenced }) => !isBroken || neverSilenced)
    .flatMap((rule) => {
      const problems = Array.from(
        rule.find(rule.unreadVerdicts === 'count' ? subject : sound),
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
  const unused = rules.find(({ id }) => id === 'unused-disable');
  if (unused && wanted.has(unused.id) && !isBroken) {
    for (const disable of disables) {
      const isBehind = places.has(keyOf(disable.rule, placeOf(disable.offset).line));
      const message = whyUnused(disable, used.has(disable), isBehind, wanted);
      if (message !== null) left.push({ rule: unused, offset: disable.offset, message });
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

/** @param isBehind whether the comment stands at the end of a line in which its rule finds something */
function whyUnused(
  { rule, reason }: Disable,
  isUsed: boolean,
  isBehind: boolean,
  wanted: ReadonlySet<string>,
): string | null {
  const known = rules.find(({ id }) => id === rule);
  const ids = rules.map(({ id }) => id);
  if (!known) return rule === '' ? 'no rule is named here' : `there is no rule "${rule}"${didYouMean(rule, ids)}`;
  if (!canBeSilenced(known)) return `${rule} cannot be disabled by a comment`;
  if (reason === '') return `a reason is missing: # factledger-disable-next-line ${rule}: why`;
  // Whether it would silence a rule that does not run, nobody can tell.
  if (isUsed || !wanted.has(rule)) return null;
  if (isBehind) return `the comment is about the next line: put it on a line of its own above this one`;
  return `${rule} finds nothing in the next line: remove this comment`;
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
