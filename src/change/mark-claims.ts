import { firstDay } from '../model/dates.ts';
import type { Claim, Ledger, Verdict } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Status } from '../model/shape.ts';
import { currentVerdict, kindOf, saidOn, statusOn } from '../model/status.ts';
import type { Change } from './change.ts';
import { type EventRequest, recordEvent } from './record-event.ts';

export interface MarkRequest {
  readonly status: Status;
  /** Ids of claims, each once. */
  readonly claims: readonly string[];
  /** Ids of events that are in the ledger. */
  readonly evidence: readonly string[];
  /** Whether the verdict rests on what the current one rests on, too. */
  readonly keepEvidence: boolean;
  /** An event to record in the same write. */
  readonly event: EventRequest | null;
  /** The day from which the verdict is held. */
  readonly date: string;
  readonly by: string | null;
  readonly note: string | null;
  /** The publisher's own rating. */
  readonly label: string | null;
  readonly uncited: boolean;
  readonly today: string;
}

/** What a mark did, or would do, to one claim. */
export interface Marked {
  readonly id: string;
  /** The status on the verdict's day, before the mark. */
  readonly from: Status;
  readonly to: Status;
  readonly date: string;
  readonly changed: boolean;
  /** The later verdict that stands today in spite of the mark, if there is one. */
  readonly overruledBy: { readonly date: string; readonly status: Status } | null;
  /** Who passed the verdict of the same day that this one takes the place of, if it was somebody else. */
  readonly overrides: string | null;
  /** Whether it turns a settled verdict around without a word. */
  readonly isUnexplained: boolean;
  /** Events that the verdict rests on and that happened after its day. */
  readonly lateEvidence: readonly string[];
}

/**
 * What marks the claims of one ledger. A verdict that is the current one of its day already is not added again.
 * @throws Refusal if a claim cannot be marked so; nothing is to be written then
 */
export function markClaims(
  ledger: Ledger,
  request: MarkRequest,
): {
  marked: Marked[];
  changes: Change[];
  /** Whether the event is new, or gained sources. */
  isEventChanged: boolean;
} {
  const event = request.event && eventFor(ledger, request.event);
  const marked: Marked[] = [];
  const changes: Change[] = [...(event?.changes ?? [])];
  const claims = new Map(ledger.claims.map((claim) => [claim.id, claim]));
  for (const id of request.claims) {
    const claim = claims.get(id);
    if (!claim) throw new Refusal(`the claim "${id}" is no longer in the ledger`, 'Look at it and try again.');
    refuseUnmarkable(claim, ledger, request);
    const evidence = evidenceFor(claim, request, event?.id ?? null);
    const verdict = {
      date: request.date,
      status: request.status,
      evidence,
      by: request.by,
      note: request.note,
      label: request.label,
    };
    const current = claim.verdicts.findLast(({ date, withdrawn }) => date === request.date && withdrawn === null);
    const changed = current === undefined || !isSame(current, verdict);
    if (changed) changes.push({ kind: 'append', path: ['claims', claim.place.index, 'verdicts'], item: verdict });
    const standing = currentVerdict(claim.verdicts, request.today);
    marked.push({
      id,
      from: statusOn(claim, request.date) ?? 'pending',
      to: request.status,
      date: request.date,
      changed,
      overrides: changed && current && current.by !== null && current.by !== request.by ? current.by : null,
      isUnexplained: changed && request.note === null && isReversal(statusOn(claim, request.date), request.status),
      overruledBy: changed && standing !== null && standing.date > request.date ? standing : null,
      lateEvidence: evidence.filter((event) => firstDay(dateOf(event, ledger, request.event)) > request.date),
    });
  }
  return { marked, changes, isEventChanged: (event?.changes.length ?? 0) > 0 };
}

const isReversal = (from: Status | null, to: Status): boolean => from !== null && from !== 'pending' && from !== to;

function dateOf(event: string, ledger: Ledger, recorded: EventRequest | null): string {
  return ledger.events.find(({ id }) => id === event)?.date ?? recorded?.date ?? '0000';
}

function eventFor(ledger: Ledger, request: EventRequest): { id: string; changes: Change[] } {
  const byId = ledger.events.find(({ id }) => id === request.title);
  // A title of one short word is its event's id too: marking so again reuses that event.
  if (byId && !(byId.title === request.title && byId.date === request.date)) {
    throw new Refusal(
      `"${request.title}" is the id of an event: ${byId.title}`,
      `To rest on it, use --evidence ${request.title}; --event records a new one by its title.`,
    );
  }
  return recordEvent(ledger, request);
}

function refuseUnmarkable(claim: Claim, ledger: Ledger, request: MarkRequest): void {
  if (claim.withdrawn !== null) {
    const { date, reason, instead } = claim.withdrawn;
    throw new Refusal(
      `${claim.id} was withdrawn on ${date}: ${reason}`,
      ...(instead.length > 0 ? [`In its place there is ${instead.join(' and ')}.`] : []),
    );
  }
  if (kindOf(claim) === 'opinion') {
    throw new Refusal(
      `${claim.id} is an opinion, and opinions have no status: ${claim.text}`,
      'What can be judged is that somebody said so: add that as a fact of its own, and mark it.',
    );
  }
  const said = saidOn(claim, ledger.article);
  if (said !== null && request.date < firstDay(said)) {
    throw new Refusal(
      `${claim.id} was said on ${said}: no verdict can be held from ${request.date} on, before that`,
      'An event may be older than the claim (--on); the verdict (--date) may not.',
    );
  }
}

function evidenceFor(claim: Claim, request: MarkRequest, recorded: string | null): string[] {
  const kept = request.keepEvidence ? (currentVerdict(claim.verdicts, request.date)?.evidence ?? []) : [];
  const evidence = [...new Set([...kept, ...request.evidence, ...(recorded === null ? [] : [recorded])])];
  if (evidence.length === 0 && request.status !== 'pending' && !request.uncited) {
    const nothingKept = request.keepEvidence ? ` (the current verdict on ${claim.id} rests on none)` : '';
    throw new Refusal(
      `${request.status} needs evidence${nothingKept}`,
      'Name an event of the ledger: --evidence EVENT (factledger events lists them).',
      'Or record one in the same step: --event "What happened" --on YYYY-MM-DD --source URL.',
      'Or mark without, which check will report: --uncited.',
    );
  }
  return evidence;
}

function isSame(existing: Verdict, verdict: Omit<Verdict, 'place' | 'withdrawn'>): boolean {
  return (
    existing.date === verdict.date &&
    existing.status === verdict.status &&
    existing.by === verdict.by &&
    existing.note === verdict.note &&
    existing.label === verdict.label &&
    existing.evidence.length === verdict.evidence.length &&
    existing.evidence.every((id) => verdict.evidence.includes(id))
  );
}
