import { firstDay } from '../model/dates.ts';
import type { Claim, Verdict } from '../model/ledger.ts';
import { kindOf, saidOn } from '../model/status.ts';
import { isSameWording } from '../text/wording.ts';
import type { LostVerdict } from './compare-verdicts.ts';
import { hiddenVerdict } from './hidden-verdict.ts';
import { neverCounted, newWithdrawals } from './new-withdrawals.ts';
import type { JudgedClaim } from './past.ts';
import { valueAt } from './places.ts';
import type { Problem } from './rule.ts';
import { changesOf, withdrawalOf } from './same-withdrawal.ts';

type Told = Pick<Problem, 'offset' | 'message'>;

/**
 * What is rewritten in a claim that had a verdict at a revision.
 * @param day of the revision, YYYY-MM-DD
 * @param latestDay the last day that has begun
 */
export function* rewrittenIn(pair: JudgedClaim, day: string, latestDay: string): Iterable<Problem> {
  const claim = pair.is;
  for (const told of [
    ...verdictsLost(pair),
    ...turned(pair),
    ...withdrawalChanged(pair),
    ...withdrawalsThatNeverCount(pair, day, latestDay),
  ]) {
    yield { ...told, claim };
  }
}

function* verdictsLost({ is, lost, added }: JudgedClaim): Iterable<Told> {
  for (const one of lost) {
    const { date, status, withdrawn } = one.verdict;
    const cure = withdrawn
      ? 'it stays withdrawn, and what holds is a new one (factledger mark)'
      : `correct it by a new one (factledger mark), or withdraw it (factledger withdraw ${is.id} --verdict ${date})`;
    const message = `the verdict of ${date}, ${status}, ${changeOf(one, added)}: put it back; ${cure}`;
    yield { offset: valueAt(is, 'id'), message };
  }
}

/** What became of a verdict that no longer stands as it stood. */
function changeOf({ verdict: old, now: alike }: LostVerdict, added: readonly Verdict[]): string {
  if (alike && old.withdrawn && !alike.withdrawn) return 'was withdrawn, and is not any more';
  const now = alike ?? added.find(({ date }) => date === old.date) ?? added.find(({ status }) => status === old.status);
  if (!now) return 'is gone, or not in its order';
  const evidence = (verdict: Verdict) => [...new Set(verdict.evidence)].sort().join(' ');
  const parts = [
    now.date !== old.date && 'date',
    now.status !== old.status && 'status',
    evidence(now) !== evidence(old) && 'evidence',
    !isSameWording(now.by, old.by) && 'by',
    !isSameWording(now.note, old.note) && 'note',
    !isSameWording(now.label, old.label) && 'label',
    old.withdrawn && withdrawalOf(now.withdrawn) !== withdrawalOf(old.withdrawn) && 'withdrawn',
  ].filter(Boolean);
  return parts.length === 0
    ? 'no longer stands as it stood, or not in its order'
    : `no longer stands as it stood (${parts.join(', ')})`;
}

/** A claim that is another now: an opinion, of a later day, or with the text of another. */
function* turned(pair: JudgedClaim): Iterable<Told> {
  const { was, is, hasTextOf } = pair;
  const cure = `withdraw it, and add another (factledger add --replaces ${is.id})`;
  if ((kindOf(was) === 'opinion') !== (kindOf(is) === 'opinion')) {
    const message = `${is.id} has verdicts, and was ${a(was)} when they were passed: it cannot become ${a(is)}; ${cure}`;
    yield { offset: valueAt(is, 'kind'), message };
  }
  const overtaken = verdictBeforeSaid(pair);
  if (overtaken) {
    const said = saidOn(is, pair.isIn);
    const message = `${is.id} is dated ${said} now, which is after its verdict of ${overtaken.date}`;
    yield { offset: valueAt(is, 'said'), message };
  }
  const hidden = hiddenVerdict(pair);
  if (hidden) {
    const message = `${is.id} is added on ${is.added} now, which hides its verdict of ${hidden.date}: put it back as it was`;
    yield { offset: valueAt(is, 'added'), message };
  }
  if (hasTextOf) {
    const message = `${is.id} has the text now that ${hasTextOf.id} had, and verdicts that were passed on another: ${cure}`;
    yield { offset: valueAt(is, 'text'), message };
  }
  const forgotten = was.formerly.filter((id) => id !== is.id && !is.formerly.includes(id));
  if (forgotten.length > 0) {
    const message = `${is.id} was ${forgotten.join(' and ')} once, and does not say so any more: put it back under formerly`;
    yield { offset: valueAt(is, 'id'), message };
  }
}

const a = (claim: Claim) => (kindOf(claim) === 'opinion' ? 'an opinion' : `a ${kindOf(claim)}`);

/** A verdict that stood after the day on which its claim was said, and stands before it now. */
function verdictBeforeSaid({ was, wasIn, is, isIn }: JudgedClaim): Verdict | undefined {
  const now = saidOn(is, isIn);
  if (now === null) return undefined;
  const then = saidOn(was, wasIn);
  return was.verdicts.find(({ date }) => date < firstDay(now) && (then === null || date >= firstDay(then)));
}

/** The withdrawal of a claim that is no longer what it was, or names what cannot have taken its place. */
function* withdrawalChanged({ was, is, broken }: JudgedClaim): Iterable<Told> {
  if (was.withdrawn && !is.withdrawn) {
    const message = `${is.id} was withdrawn on ${was.withdrawn.date}, and is not any more: put it back; what holds is a new claim (factledger add)`;
    yield { offset: valueAt(is, 'id'), message };
  }
  if (!is.withdrawn) return;
  const offset = valueAt(is.withdrawn, 'instead');
  if (was.withdrawn) {
    const parts = changesOf(was.withdrawn, is.withdrawn);
    if (parts.length > 0) {
      const message = `the withdrawal of ${is.id} no longer stands as it stood (${parts.join(', ')}): put it back`;
      yield { offset: valueAt(is.withdrawn, parts[0] as string), message };
    }
    const { instead } = is.withdrawn;
    const gone = was.withdrawn.instead.filter((id) => !instead.includes(id));
    if (gone.length > 0) {
      const message = `the withdrawal of ${is.id} no longer names ${gone.join(' and ')} under instead: put it back`;
      yield { offset, message };
    }
  }
  for (const { id, why } of broken) {
    const message = `the withdrawal of ${is.id} names ${id} under instead, which ${why}: name a claim that took its place`;
    yield { offset, message };
  }
}

function* withdrawalsThatNeverCount(pair: JudgedClaim, day: string, latestDay: string): Iterable<Told> {
  const { is } = pair;
  for (const one of newWithdrawals(pair)) {
    const { withdrawn, verdict } = one;
    const what = verdict ? `the verdict of ${verdict.date}` : is.id;
    const isLater = withdrawn.date > latestDay;
    if (!isLater && !neverCounted(one, day)) continue;
    const why = isLater ? 'which is after today' : 'as if it never had counted';
    const command = `factledger withdraw ${is.id}${verdict ? ` --verdict ${verdict.date}` : ''}`;
    const message = `${what} is withdrawn on ${withdrawn.date}, ${why}: give it the day on which it is withdrawn (${command})`;
    yield { offset: valueAt(withdrawn, 'date'), message };
  }
}
