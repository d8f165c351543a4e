import type { ArticleView, EventView, VerdictView } from '../model/ledger.ts';
import { isWithdrawn } from '../model/status.ts';
import { isSameWording } from '../text/wording.ts';
import {
  enteredLate,
  eventsById,
  inOrder,
  newClaim,
  newEvent,
  verdictChanges,
  withdrawalChanges,
} from './change-rows.ts';
import type { Changes, Correction } from './changes.ts';
import { correctedArticle, correctedClaim, correctedEvent } from './corrected.ts';
import { type Held, isOverdueOn } from './held.ts';

/** A record as it was and as it is; null where it was not there, or is gone. */
interface Pair<R> {
  readonly was: R | null;
  readonly is: R | null;
  /** Whether its text in the file is another. */
  readonly isRewritten: boolean;
}

/** A claim, named in `was` as its present ledger names events and claims, and what became of its verdicts. */
interface ClaimPair extends Pair<Held> {
  /** Verdicts that no longer stand as they stood, with what stands in their place. */
  readonly lost: readonly { readonly verdict: VerdictView; readonly now: VerdictView | null }[];
  readonly added: readonly VerdictView[];
  /** Those that stand, by what they are now, with what they were. */
  readonly kept: ReadonlyMap<VerdictView, VerdictView>;
}

type EventPair = Pair<{ readonly ledger: string; readonly event: EventView }>;

interface LedgerPair extends Pair<{ readonly file: string; readonly article: ArticleView }> {
  /** Its name now, or the one that it had. */
  readonly name: string;
  /** All events that it has now. */
  readonly events: readonly EventView[];
  /** The days from which it was looked at and is, YYYY-MM-DD. */
  readonly dayThen: string;
  readonly dayNow: string;
}

export interface Pairs {
  readonly ledgers: readonly LedgerPair[];
  readonly claims: readonly ClaimPair[];
  readonly events: readonly EventPair[];
}

/** What changed between two states of ledgers, whose records were found again. */
export function changesOfPairs({ ledgers, claims, events }: Pairs): Changes {
  const byName = new Map(ledgers.map((ledger) => [ledger.name, { ...ledger, byId: eventsById(ledger.events) }]));
  const parts = [...ledgers.map(ofLedger), ...claims.map((pair) => ofClaim(pair, byName)), ...events.map(ofEvent)];
  return inOrder({
    verdicts: parts.flatMap((part) => part.verdicts ?? []),
    claims: parts.flatMap((part) => part.claims ?? []),
    events: parts.flatMap((part) => part.events ?? []),
    corrections: parts.flatMap((part) => part.corrections ?? []),
    withdrawals: parts.flatMap((part) => part.withdrawals ?? []),
    overdue: parts.flatMap((part) => part.overdue ?? []),
    layout: parts.filter(({ isLayout }) => isLayout).length,
  });
}

interface Part extends Partial<Omit<Changes, 'layout'>> {
  /** Whether the record changed in nothing that is told. */
  readonly isLayout?: boolean;
}

function ofLedger({ name: ledger, was, is, isRewritten }: LedgerPair): Part {
  const common = { ledger, claim: null, event: null, text: null };
  if (was === null || is === null) {
    return { corrections: [{ ...common, key: 'ledger', from: was?.file ?? null, to: is?.file ?? null }] };
  }
  const moved = was.file === is.file ? [] : [{ ...common, key: 'ledger', from: was.file, to: is.file }];
  const corrections = [...moved, ...correctedArticle(was.article, is.article).map((one) => ({ ...common, ...one }))];
  return { corrections, isLayout: isRewritten && corrections.length === 0 };
}

function ofEvent({ was, is, isRewritten }: EventPair): Part {
  if (is === null)
    return was === null
      ? {}
      : { corrections: [gone({ ledger: was.ledger, claim: null, event: was.event.id, text: was.event.title })] };
  if (was === null) return { events: [newEvent(is.ledger, is.event)] };
  const common = { ledger: is.ledger, claim: null, event: is.event.id, text: is.event.title };
  const corrections = correctedEvent(was.event, is.event).map((one) => ({ ...common, ...one }));
  return { corrections, isLayout: isRewritten && corrections.length === 0 };
}

/** A record that is there no more. */
const gone = (of: Omit<Correction, 'key' | 'from' | 'to'>): Correction => ({
  ...of,
  key: 'id',
  from: of.claim ?? of.event,
  to: null,
});

function ofClaim(
  { was, is, isRewritten, lost, added, kept }: ClaimPair,
  ledgers: ReadonlyMap<string, LedgerPair & { readonly byId: ReadonlyMap<string, EventView> }>,
): Part {
  const held = is ?? was;
  if (held === null) return {};
  const own = { ledger: held.ledger, claim: held.claim.id, event: null, text: held.claim.text };
  const annotated = Array.from(kept, ([now, verdict]) => ({ verdict, now })).filter(isAnnotated);
  const rewritten = [...lost, ...annotated].map(({ verdict, now }) => ({
    ...own,
    key: 'verdicts',
    from: told(verdict),
    to: now && told(now),
  }));
  if (is === null) return { corrections: [gone(own), ...rewritten] };
  const ledger = ledgers.get(is.ledger);
  if (!ledger) throw new Error(`${is.ledger} is no ledger that is compared`);
  const { claim } = is;
  const isNew = new Set(added);
  const late = enteredLate(claim.verdicts);
  const stood = was?.claim.verdicts ?? [];
  const isLate = (verdict: VerdictView) => late(verdict) || stood.some(({ date }) => date > verdict.date);
  const verdicts = verdictChanges(is, (verdict) => isNew.has(verdict), isLate, ledger.byId);
  const origins = new Map([...kept, ...lost.flatMap(({ verdict, now }) => (now ? [[now, verdict] as const] : []))]);
  const withdrawals = withdrawalChanges(is.ledger, {
    ...claim,
    withdrawn: was?.claim.withdrawn ? null : claim.withdrawn,
    verdicts: claim.verdicts.filter((verdict) => !origins.get(verdict)?.withdrawn),
  });
  const { id, text, due } = claim;
  const isDue = isOverdueOn(is, ledger.dayNow) && !(was && isOverdueOn(was, ledger.dayThen));
  const overdue = isDue && due !== null ? [{ ledger: is.ledger, claim: id, text, due }] : [];
  if (was === null) {
    return { verdicts, withdrawals, overdue, claims: isWithdrawn(claim, ledger.dayNow) ? [] : [newClaim(is)] };
  }
  const moved = was.ledger === is.ledger ? [] : [{ ...own, key: 'ledger', from: was.ledger, to: is.ledger }];
  const corrections = [...rewritten, ...moved, ...correctedClaim(was, is).map((one) => ({ ...own, ...one }))];
  const isLayout = isRewritten && [corrections, verdicts, withdrawals].every(({ length }) => length === 0);
  return { verdicts, withdrawals, overdue, corrections, isLayout };
}

/** Whether a verdict that stands was given a note or a label. */
const isAnnotated = ({ verdict, now }: { readonly verdict: VerdictView; readonly now: VerdictView }) =>
  !isSameWording(verdict.note, now.note) || !isSameWording(verdict.label, now.label);

/** A verdict as `list` tells it. */
function told({ date, status, evidence, by, note, label, withdrawn }: VerdictView) {
  const taken = withdrawn && { date: withdrawn.date, reason: withdrawn.reason, by: withdrawn.by };
  return { date, status, evidence, by, note, label, withdrawn: taken };
}
