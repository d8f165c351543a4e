import type { Anchor, ClaimView, EventView, NamedLedger, Source, Verdict } from '../model/ledger.ts';
import type { Kind, Status } from '../model/shape.ts';
import {
  hasHappened,
  isOverdue,
  kindOf,
  saidOn,
  speakersOf,
  standingSince,
  statusOn,
  verdictInForce,
} from '../model/status.ts';

type Unplaced<T> = Omit<T, 'place'>;

/** Where a record stands. */
interface Standing {
  readonly ledger: string;
  readonly file: string;
  readonly line: number;
}

/**
 * A claim as `list` and `show` tell it: the keys of the shape, defaults written out, and what follows from them. A new
 * key of the shape does not compile before all that shows a claim says what becomes of it.
 */
export interface ClaimRow extends Standing, Omit<ClaimView, 'place' | 'speaker' | 'kind' | 'anchors' | 'verdicts'> {
  readonly speaker: readonly string[];
  readonly kind: Kind;
  readonly anchors: readonly Unplaced<Anchor>[];
  readonly status: Status | null;
  readonly since: string | null;
  readonly overdue: boolean;
  readonly evidence: readonly string[];
  readonly verdicts: readonly Unplaced<Verdict>[];
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
  anchors: true,
  status: true,
  since: true,
  overdue: true,
  evidence: true,
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
  claims: true,
});

/** The day that ledgers are looked at from. */
export interface Vantage {
  /** YYYY-MM-DD */
  readonly day: string;
  /** Whether what was said, marked or happened after that day is left out. */
  readonly hidesLater: boolean;
}

/** The claims of the ledgers in file order, as they stood on a day; made one by one as they are asked for. */
export function* claimRows(ledgers: Iterable<NamedLedger>, vantage: Vantage): Generator<ClaimRow, undefined> {
  for (const named of ledgers) {
    for (const claim of visibleClaims(named, vantage)) yield claimRow(named, claim, vantage);
  }
}

function* visibleClaims({ article, claims }: NamedLedger, { day, hidesLater }: Vantage): Iterable<ClaimView> {
  for (const claim of claims()) if (!hidesLater || hasHappened(saidOn(claim, article), day)) yield claim;
}

function visibleVerdicts(claim: ClaimView, { day, hidesLater }: Vantage): ClaimView['verdicts'] {
  return hidesLater ? claim.verdicts.filter(({ date }) => date <= day) : claim.verdicts;
}

function claimRow({ name, file, article }: NamedLedger, claim: ClaimView, vantage: Vantage): ClaimRow {
  const status = statusOn(claim, vantage.day);
  const inForce = status === null ? null : verdictInForce(claim.verdicts, vantage.day);
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
    anchors: claim.anchors.map(withoutPlace),
    status,
    since: status === null ? null : standingSince(claim.verdicts, vantage.day),
    overdue: isOverdue(status, claim.due, vantage.day),
    evidence: inForce?.evidence ?? [],
    verdicts: visibleVerdicts(claim, vantage).map(withoutPlace),
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
