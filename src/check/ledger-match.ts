import type { Claim, Ledger, LedgerEvent } from '../model/ledger.ts';
import { evidenceIn } from './evidence.ts';
import { matchRecords, takenIds } from './match-records.ts';
import type { Past, PastLedger } from './past.ts';
import { copyIn } from './same-event.ts';

export const isJudged = ({ verdicts }: Claim) => verdicts.length > 0;

/** What the records of a ledger that stood at a revision are in the ledger that has its place now. */
export class LedgerMatch {
  readonly claims: ReadonlyMap<Claim, Claim>;
  readonly events: ReadonlyMap<LedgerEvent, LedgerEvent>;
  private readonly from: PastLedger;
  private readonly evidence: ReadonlySet<string>;
  private readonly claimsThen: ReadonlyMap<string, Claim>;
  private readonly eventsThen: ReadonlyMap<string, LedgerEvent>;

  constructor(from: PastLedger) {
    const { ledger, now } = from;
    this.from = from;
    this.evidence = evidenceIn(ledger);
    this.claims = matchRecords(ledger.claims, now?.claims ?? [], isJudged);
    this.events = matchRecords(ledger.events, now?.events ?? [], ({ id }) => this.evidence.has(id));
    this.claimsThen = new Map(ledger.claims.map((claim) => [claim.id, claim]));
    this.eventsThen = new Map(ledger.events.map((event) => [event.id, event]));
  }

  /** A claim as it stood, but that it names events and claims by the ids that they have now in the ledger where it is. */
  resolved(was: Claim, ledger: Ledger): Claim {
    const isHere = ledger === this.from.now;
    const eventNow = (id: string): string => {
      const event = this.eventsThen.get(id);
      // What was no event there cannot have changed; one that is gone here is told of by itself.
      if (event === undefined) return id;
      if (isHere) return this.events.get(event)?.id ?? id;
      return copyIn(ledger, event)?.id ?? `${GONE}${id}`;
    };
    const claimNow = (id: string): string => {
      const other = this.claimsThen.get(id);
      return (isHere && other ? this.claims.get(other)?.id : undefined) ?? id;
    };
    return {
      ...was,
      verdicts: was.verdicts.map((verdict) => ({ ...verdict, evidence: verdict.evidence.map(eventNow) })),
      withdrawn: was.withdrawn && { ...was.withdrawn, instead: was.withdrawn.instead.map(claimNow) },
    };
  }

  /** Records that have the id of another, where any of the two has a history. */
  taken(): Pick<Past, 'takenClaims' | 'takenEvents'> {
    const { ledger, now } = this.from;
    const isEvidence = ({ id }: LedgerEvent) => this.evidence.has(id);
    return {
      takenClaims: takenIds(ledger.claims, now?.claims ?? [], this.claims, isJudged),
      takenEvents: takenIds(ledger.events, now?.events ?? [], this.events, isEvidence),
    };
  }
}

/** In front of the id of an event that is not there: no id has it. */
const GONE = '\0';
