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
  private readonly claims: { readonly document: number; readonly events: readonly (readonly Evidence[])[] }[] = [];
  private readonly known = new Map<TitledEvent, readonly Evidence[]>();

  get count(): number {
    return this.claims.length;
  }

  /** @param events those that its verdicts rest on; an event is known by identity */
  add({ text, tags }: PooledClaim, events: Iterable<TitledEvent>): void {
    const document = this.documents.add(text, ...tags);
    this.claims.push({ document, events: Array.from(events, (event) => this.titlesOf(event)) });
  }

  documentOf(claim: number): number {
    return this.claims[claim]?.document ?? -1;
  }

  *evidenceOf(claim: number): Iterable<Evidence> {
    for (const titles of this.claims[claim]?.events ?? []) yield* titles;
  }

  private titlesOf(event: TitledEvent): readonly Evidence[] {
    const known = this.known.get(event);
    if (known) return known;
    const titles = [event.title, ...event.sources.map(({ title }) => title)].filter((title) => title !== null);
    const added = titles.map((title) => ({ document: this.documents.add(title), event, title }));
    this.known.set(event, added);
    return added;
  }
}

/** The events that a claim's verdicts rest on, each once, but for those of withdrawn verdicts. */
export function evidenceOf({ verdicts }: RestingClaim, events: ReadonlyMap<string, TitledEvent>): Set<TitledEvent> {
  const resting = verdicts.filter(({ withdrawn }) => withdrawn === null);
  return new Set(resting.flatMap(({ evidence }) => evidence.flatMap((id) => events.get(id) ?? [])));
}
