import { courseOf, type Step } from '../model/course.ts';
import { firstDay } from '../model/dates.ts';
import type { ClaimView, EventView, VerdictView } from '../model/ledger.ts';
import { kindOf, saidOn, speakersOf } from '../model/status.ts';
import type { Changes, Evidence, NewClaim, NewEvent, VerdictChange, WithdrawalChange } from './changes.ts';
import type { Held } from './held.ts';

export const newClaim = ({ ledger, article, claim }: Held): NewClaim => ({
  ledger,
  claim: claim.id,
  text: claim.text,
  speaker: speakersOf(claim, article),
  said: saidOn(claim, article),
});

export const newEvent = (ledger: string, { id, date, title }: EventView): NewEvent => ({
  ledger,
  event: id,
  date,
  title,
});

/**
 * Tells verdicts of a claim, each with the status before it and after it by the dates of all that the claim has.
 * @param isLate whether a verdict was entered after one with a later date
 * @param events of the ledger, by id
 */
export function verdictChanges(
  { ledger, article, claim }: Held,
  told: (verdict: VerdictView) => boolean,
  isLate: (verdict: VerdictView) => boolean,
  events: ReadonlyMap<string, EventView>,
): VerdictChange[] {
  const isOpinion = kindOf(claim) === 'opinion';
  const change = ({ verdict, before }: Step<VerdictView>): VerdictChange => {
    const { date, status, evidence, note, label, by } = verdict;
    const from = before?.status ?? 'pending';
    return {
      ledger,
      claim: claim.id,
      text: claim.text,
      speaker: speakersOf(claim, article),
      date,
      from: isOpinion ? null : from,
      to: isOpinion ? null : status,
      reversal: !isOpinion && from !== 'pending' && status !== from,
      late: isLate(verdict),
      evidence: evidence.map((id) => evidenceOf(id, events.get(id))),
      note,
      label,
      by,
    };
  };
  return courseOf(claim.verdicts)
    .filter(({ type, verdict }) => type === 'verdict' && told(verdict))
    .map(change);
}

function evidenceOf(id: string, event: EventView | undefined): Evidence {
  const sources = (event?.sources ?? []).map(({ place: _, ...source }) => source);
  return { event: id, title: event?.title ?? null, date: event?.date ?? null, sources };
}

/** Whether a verdict stands in its list after one with a later date. */
export function enteredLate(verdicts: readonly VerdictView[]): (verdict: VerdictView) => boolean {
  let latest = '';
  const late = new Set<VerdictView>();
  for (const verdict of verdicts) {
    if (verdict.date < latest) late.add(verdict);
    else latest = verdict.date;
  }
  return (verdict) => late.has(verdict);
}

/** The events of a ledger by id. */
export const eventsById = (events: Iterable<EventView>): ReadonlyMap<string, EventView> =>
  new Map(Array.from(events, (event) => [event.id, event]));

/** The withdrawals of a claim and of its verdicts. */
export function withdrawalChanges(ledger: string, { id, text, withdrawn, verdicts }: ClaimView): WithdrawalChange[] {
  const ofVerdicts = verdicts.flatMap(({ date: verdict, withdrawn: own }): WithdrawalChange[] =>
    own === null ? [] : [{ ledger, claim: id, date: own.date, reason: own.reason, verdict, instead: [], text }],
  );
  if (withdrawn === null) return ofVerdicts;
  const { date, reason, instead } = withdrawn;
  return [{ ledger, claim: id, date, reason, verdict: null, instead, text }, ...ofVerdicts];
}

/** Verdicts with the reversals first, all else by date; equal ones stay in their order. */
export function inOrder(changes: Changes): Changes {
  const byDate = <T extends { readonly date: string }>(rows: readonly T[]) =>
    [...rows].sort((one, other) =>
      firstDay(one.date) < firstDay(other.date) ? -1 : firstDay(one.date) > firstDay(other.date) ? 1 : 0,
    );
  const verdicts = byDate(changes.verdicts);
  return {
    ...changes,
    verdicts: [...verdicts.filter(({ reversal }) => reversal), ...verdicts.filter(({ reversal }) => !reversal)],
    events: byDate(changes.events),
    withdrawals: byDate(changes.withdrawals),
  };
}
