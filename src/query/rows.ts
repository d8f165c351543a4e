import type { Anchor, Claim, ClaimView, EventView, NamedLedger, Source, Verdict, Withdrawal } from '../model/ledger.ts';
import type { Kind, Status } from '../model/shape.ts';
import {
  currentVerdict,
  hasHappened,
  isOverdue,
  isWithdrawn,
  kindOf,
  saidOn,
  speakersOf,
  standingSince,
  statusOn,
} from '../model/status.ts';

type Unplaced<T> = Omit<T, 'place'>;

/** Where a record stands. */
interface Standing {
  readonly ledger: string;
  readonly file: string;
  readonly line: number;
}

/** A verdict as a claim's row has it; `withdrawn` is null as long as it counts. */
export interface VerdictRow extends Omit<Unplaced<Verdict>, 'withdrawn'> {
  readonly withdrawn: Unplaced<Withdrawal> | null;
}

type Recomputed = 'speaker' | 'kind' | 'sources' | 'anchors' | 'withdrawn' | 'verdicts';

/**
 * A claim as `list` and `show` tell it: the keys of the shape, defaults written out, and what follows from them. A new
 * key of the shape does not compile before all that shows a claim says what becomes of it.
 */
export interface ClaimRow extends Standing, Omit<ClaimView, 'place' | Recomputed> {
  readonly speaker: readonly string[];
  readonly kind: Kind;
  readonly sources: readonly Unplaced<Source>[];
  readonly anchors: readonly Unplaced<Anchor>[];
  /** Null as long as the claim counts. */
  readonly withdrawn: Unplaced<NonNullable<Claim['withdrawn']>> | null;
  /** That of the day; of a withdrawn claim, the one it had last. */
  readonly status: Status | null;
  readonly since: string | null;
  readonly overdue: boolean;
  /** What the current verdict rests on, and its label. */
  readonly evidence: readonly string[];
  readonly label: string | null;
  readonly verdicts: readonly VerdictRow[];
}

/** An event as `events` and `show` tell it. */
export interface EventRow extends Standing, Omit<EventView, 'place' | 'sources'> {
  readonly sources: readonly Unplaced<Source>[];
  /** Ids of the claims with a verdict that rests on it. */
  readonly claims: readonly string[];
}

/** The keys of a row, in the order of the JSON; none can be forgotten. */
const keysOf = <R>(keys: { readonly [K in keyof R]: true }): readonly (keyof R & string)[] => {
  const names: (keyof R & string)[] = [];
  for (const key in keys) names.push(key);
  return names;
};

export const CLAIM_KEYS = keysOf<ClaimRow>({
  ledger: true,
  file: true,
  line: true,
  id: true,
  text: true,
  speaker: true,
  via: true,
  kind: true,
  said: true,
  due: true,
  tags: true,
  note: true,
  sources: true,
  anchors: true,
  formerly: true,
  added: true,
  withdrawn: true,
  status: true,
  since: true,
  overdue: true,
  evidence: true,
  label: true,
  verdicts: true,
});

export const EVENT_KEYS = keysOf<EventRow>({
  ledger: true,
  file: true,
  line: true,
  id: true,
  date: true,
  title: true,
  sources: true,
  formerly: true,
  claims: true,
});

/** The day that ledgers are looked at from. */
export interface Vantage {
  /** YYYY-MM-DD */
  readonly day: string;
  /** Whether what was said, marked, withdrawn, added or happened after that day is left out. */
  readonly hidesLater: boolean;
}

/** The claims that count, in file order, as they stood on a day; made one by one as they are asked for. */
export function* claimRows(ledgers: Iterable<NamedLedger>, vantage: Vantage): Generator<ClaimRow, undefined> {
  for (const row of allClaimRows(ledgers, vantage)) if (row.withdrawn === null) yield row;
}

/** The same, and those that were withdrawn. */
export function* allClaimRows(ledgers: Iterable<NamedLedger>, vantage: Vantage): Generator<ClaimRow, undefined> {
  for (const named of ledgers) {
    for (const claim of visibleClaims(named, vantage)) yield claimRow(named, claim, vantage);
  }
}

function* visibleClaims({ article, claims }: NamedLedger, { day, hidesLater }: Vantage): Iterable<ClaimView> {
  for (const claim of claims()) {
    if (!hidesLater || (hasHappened(saidOn(claim, article), day) && hasHappened(claim.added, day))) yield claim;
  }
}

function visibleVerdicts(claim: ClaimView, { day, hidesLater }: Vantage): ClaimView['verdicts'] {
  return hidesLater ? claim.verdicts.filter(({ date }) => date <= day) : claim.verdicts;
}

/** One claim, as it stood on a day. */
export function claimRow({ name, file, article }: NamedLedger, claim: ClaimView, vantage: Vantage): ClaimRow {
  const { day } = vantage;
  const withdrawn = isWithdrawn(claim, day) ? claim.withdrawn : null;
  // A withdrawn claim keeps the status that it had last.
  const until = withdrawn?.date ?? day;
  const status = statusOn(claim, until);
  const current = status === null ? null : currentVerdict(claim.verdicts, until);
  return {
    ledger: name,
    file,
    line: claim.place.line,
    id: claim.id,
    text: claim.text,
    speaker: speakersOf(claim, article),
    via: claim.via,
    kind: kindOf(claim),
    said: saidOn(claim, article),
    due: claim.due,
    tags: claim.tags,
    note: claim.note,
    sources: claim.sources.map(withoutPlace),
    anchors: claim.anchors.map(withoutPlace),
    formerly: claim.formerly,
    added: claim.added,
    withdrawn: withdrawn && withoutPlace(withdrawn),
    status,
    since: status === null ? null : standingSince(claim.verdicts, until),
    overdue: withdrawn === null && isOverdue(status, claim.due, day),
    evidence: current?.evidence ?? [],
    label: current?.label ?? null,
    verdicts: visibleVerdicts(claim, vantage).map((verdict) => ({
      ...withoutPlace(verdict),
      withdrawn: verdict.withdrawn !== null && isWithdrawn(verdict, day) ? withoutPlace(verdict.withdrawn) : null,
    })),
  };
}

/** The events of the ledgers in file order, each with the claims that rest on it. */
export function* eventRows(ledgers: Iterable<NamedLedger>, vantage: Vantage): Generator<EventRow, undefined> {
  for (const named of ledgers) {
    const claims = claimsByEvidence(named, vantage);
    for (const event of named.events()) {
      if (vantage.hidesLater && !hasHappened(event.date, vantage.day)) continue;
      yield {
        ledger: named.name,
        file: named.file,
        line: event.place.line,
        id: event.id,
        date: event.date,
        title: event.title,
        sources: event.sources.map(withoutPlace),
        formerly: event.formerly,
        claims: claims.get(event.id) ?? [],
      };
    }
  }
}

function claimsByEvidence(named: NamedLedger, vantage: Vantage): Map<string, string[]> {
  const claims = new Map<string, string[]>();
  for (const claim of visibleClaims(named, vantage)) {
    for (const event of new Set(visibleVerdicts(claim, vantage).flatMap(({ evidence }) => evidence))) {
      const resting = claims.get(event);
      if (resting) resting.push(claim.id);
      else claims.set(event, [claim.id]);
    }
  }
  return claims;
}

function withoutPlace<T extends { readonly place: unknown }>({ place: _, ...rest }: T): Omit<T, 'place'> {
  return rest;
}
