import { firstDay } from '../model/dates.ts';
import type { Claim, ClaimView, Ledger, Withdrawal } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Status } from '../model/shape.ts';
import { currentVerdict, saidOn, statusOn } from '../model/status.ts';
import type { Change } from './change.ts';
import { type Correction, claimOf, NOTHING } from './correction.ts';
import { pickVerdict } from './pick-verdict.ts';

export interface WithdrawalRequest {
  /** Null where nothing was typed, which only a claim that is withdrawn already allows. */
  readonly reason: string | null;
  /** The day from which it no longer counts. */
  readonly date: string;
  readonly by: string | null;
  readonly today: string;
}

/** A withdrawal of a verdict, and the claim's status before and after it, on its day. */
export interface VerdictWithdrawn extends Correction {
  readonly verdict: string;
  readonly from: Status | null;
  readonly to: Status | null;
  /** The status today, where that is another one. */
  readonly now: Status | null;
}

/**
 * What withdraws a verdict of a claim.
 * @param which its day or `last`, and a status to tell those of one day apart
 */
export function withdrawVerdict(
  ledger: Ledger,
  id: string,
  which: { readonly day: string; readonly status: Status | null },
  request: WithdrawalRequest,
): VerdictWithdrawn {
  const claim = claimOf(ledger, id);
  const { date, by, today } = request;
  const gone = withdrawnBefore(claim, which);
  if (gone !== null) {
    refuseOther(`the verdict of ${gone.date} on ${id}`, gone.withdrawn, request);
    const status = statusOn(claim, today);
    return { ...NOTHING, verdict: gone.date, from: status, to: status, now: status };
  }
  const verdict = pickVerdict(claim, which.day, which.status, today);
  const reason = reasonOf(request, `why does the verdict of ${verdict.date} no longer count?`);
  refuseDay(request, verdict.date, `the verdict is of ${verdict.date}`);
  const path = ['claims', claim.place.index, 'verdicts', verdict.place.index, 'withdrawn'] as const;
  const verdicts = claim.verdicts.map((one) => (one === verdict ? { ...one, withdrawn: { date } } : one));
  const after = (day: string) =>
    statusOn(claim, day) === null ? null : (currentVerdict(verdicts, day)?.status ?? 'pending');
  return {
    verdict: verdict.date,
    from: statusOn(claim, date),
    to: after(date),
    now: after(today),
    changes: [{ kind: 'set', path, value: { date, reason, by } }],
    keys: [{ key: 'withdrawn', from: null, to: date }],
  };
}

/** The verdict that is meant, where all that can be meant are withdrawn. */
function withdrawnBefore(
  { verdicts }: Claim,
  { day, status }: { readonly day: string; readonly status: Status | null },
): { readonly date: string; readonly withdrawn: Withdrawal } | null {
  const meant = verdicts.filter(({ date, status: its }) => date === day && (status === null || its === status));
  const last = meant.every(({ withdrawn }) => withdrawn !== null) ? meant.at(-1) : undefined;
  return last?.withdrawn ? { date: last.date, withdrawn: last.withdrawn } : null;
}

/** What was published of a withdrawal is not changed. */
function refuseOther(what: string, withdrawn: Withdrawal, { reason }: WithdrawalRequest): void {
  if (reason === null || reason === withdrawn.reason) return;
  throw new Refusal(
    `${what} was withdrawn on ${withdrawn.date}: ${withdrawn.reason}`,
    'What was published stays. If it was just typed: factledger undo.',
  );
}

/** What withdraws a claim, or names further claims that took its place. */
export function withdrawClaim(
  ledger: Ledger,
  id: string,
  instead: readonly string[],
  request: WithdrawalRequest,
): Correction {
  const claim = claimOf(ledger, id);
  for (const other of instead) refuseCircle(ledger, id, other);
  const path = ['claims', claim.place.index, 'withdrawn'] as const;
  if (claim.withdrawn !== null) return addInstead(claim, claim.withdrawn, instead, request);
  const { date, by } = request;
  const reason = reasonOf(request, `why is ${id} withdrawn?`);
  const said = saidOn(claim, ledger.article);
  if (said !== null) refuseDay(request, firstDay(said), `it was said on ${said}`);
  const value = { date, reason, by, instead: [...new Set(instead)] };
  return { changes: [{ kind: 'set', path, value }], keys: [{ key: 'withdrawn', from: null, to: date }] };
}

function addInstead(
  claim: Claim,
  withdrawn: NonNullable<Claim['withdrawn']>,
  instead: readonly string[],
  request: WithdrawalRequest,
): Correction {
  if (instead.length === 0) refuseOther(claim.id, withdrawn, request);
  const added = [...new Set(instead)].filter((one) => !withdrawn.instead.includes(one));
  if (added.length === 0) return NOTHING;
  const path = ['claims', claim.place.index, 'withdrawn', 'instead'] as const;
  return {
    changes: added.map((item): Change => ({ kind: 'append', path, item })),
    keys: [{ key: 'instead', from: withdrawn.instead, to: [...withdrawn.instead, ...added] }],
  };
}

/** Refuses a claim in its own place, whether at once or by way of others. */
function refuseCircle(ledger: Ledger, id: string, other: string): void {
  const seen = new Set<string>();
  const next = [other];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === id) {
      const how = other === id ? 'itself' : `${other}, which it replaces itself`;
      throw new Refusal(`${id} cannot be replaced by ${how}`, 'Name the claims that took its place.');
    }
    if (seen.has(at)) continue;
    seen.add(at);
    next.push(...(ledger.claims.find((one) => one.id === at)?.withdrawn?.instead ?? []));
  }
}

function reasonOf({ reason }: WithdrawalRequest, question: string): string {
  if (reason !== null) return reason;
  throw new Refusal(question, 'Say so with --reason "Why": readers will see it.');
}

function refuseDay({ date, today }: WithdrawalRequest, since: string, why: string): void {
  if (date > today) throw new Refusal(`a withdrawal counts from today at the latest, not from ${date}`);
  if (date < since) throw new Refusal(`nothing can be withdrawn from ${date} on: ${why}`, 'Choose a later --date.');
}

/** What is said where a claim was withdrawn already, and another reason is given: that first one stays. */
export function reasonStays(claim: Pick<ClaimView, 'withdrawn'>, reason: string | null): string[] {
  const { withdrawn } = claim;
  if (withdrawn === null || reason === null || reason === withdrawn.reason) return [];
  return [`It was withdrawn on ${withdrawn.date}, and the reason given then stays: ${withdrawn.reason}`];
}
