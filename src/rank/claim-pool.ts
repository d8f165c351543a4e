import { Documents } from './documents.ts';

/** What the ranking looks at of an event. */
export interface TitledEvent {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly { readonly title: string | null }[];
}

/** What the ranking looks at of a claim. */
export interface PooledClaim {
  readonly text: string;
  readonly tags: readonly string[];
}

/** What a claim rests on, by the events' ids. */
export interface RestingClaim {
  readonly verdicts: readonly { readonly evidence: readonly string[]; readonly withdrawn: unknown }[];
}

/** An event that claims may rest on, with the documents of its titles once one does. */
export interface PooledEvent {
  readonly event: TitledEvent;
  titles: readonly Evidence[] | null;
}

/** A title that a claim rests on. */
interface Evidence {
  readonly document: number;
  readonly event: TitledEvent;
  readonly title: string;
}

/**
 * Claims to rank, and what is known of each: its text and tags are a document, and so is each title of an event that
 * it rests on, and of the event's sources. A claim's number is its place in the order of adding.
 */
export class ClaimPool {
  readonly documents = new Documents();
  /** By a claim's number, its document and the titles that it rests on. */
  private readonly own: number[] = [];
  private readonly titles: (readonly Evidence[])[] = [];

  get count(): number {
    return this.own.length;
  }

  /** @param events those of its ledger, by their ids */
  add(claim: PooledClaim & RestingClaim, events: ReadonlyMap<string, PooledEvent>): void {
    const [only, ...more] = evidenceOf(claim, events);
    this.titles.push(
      only === undefined
        ? NONE
        : more.length === 0
          ? this.titlesOf(only)
          : [only, ...more].flatMap((one) => this.titlesOf(one)),
    );
    this.own.push(this.documents.count);
    this.documents.add([claim.text, ...claim.tags]);
  }

  documentOf(claim: number): number {
    return this.own[claim] ?? -1;
  }

  evidenceOf(claim: number): readonly Evidence[] {
    return this.titles[claim] ?? NONE;
  }

  private titlesOf(pooled: PooledEvent): readonly Evidence[] {
    if (pooled.titles !== null) return pooled.titles;
    const { event } = pooled;
    const titles: Evidence[] = [];
    for (const title of [event.title, ...event.sources.map((source) => source.title)]) {
      if (title === null) continue;
      titles.push({ document: this.documents.count, event, title });
      this.documents.add([title]);
    }
    pooled.titles = titles;
    return titles;
  }
}

const NONE: readonly never[] = [];

/** Events by their ids, for claims to rest on. */
export function pooledEvents(events: Iterable<TitledEvent>): Map<string, PooledEvent> {
  const pooled = new Map<string, PooledEvent>();
  for (const event of events) pooled.set(event.id, { event, titles: null });
  return pooled;
}

/** The events that a claim's verdicts rest on, each once, but for those of withdrawn verdicts. */
function evidenceOf({ verdicts }: RestingClaim, events: ReadonlyMap<string, PooledEvent>): readonly PooledEvent[] {
  const found: PooledEvent[] = [];
  for (const { withdrawn, evidence } of verdicts) {
    if (withdrawn !== null) continue;
    for (const id of evidence) {
      const event = events.get(id);
      if (event !== undefined && !found.includes(event)) found.push(event);
    }
  }
  return found;
}
