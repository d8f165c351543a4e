import type { Ledger, Source } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenSource } from '../model/shape.ts';
import type { Change } from './change.ts';
import type { IdWord } from './id-words.ts';
import { newId, refuseTaken, takenIds } from './new-id.ts';

export interface EventRequest {
  readonly id: string | null;
  /** What a new id is made of; see `idWordsOf`, whose tables only those load who need them. */
  readonly words: readonly IdWord[];
  readonly title: string;
  readonly date: string;
  readonly sources: readonly WrittenSource[];
}

/**
 * What records an event. One with the same title and date is not recorded again; sources that it lacks are added.
 * @returns the event's id, and no changes where nothing is new
 * @throws Refusal if the id is taken by another event
 */
export function recordEvent(ledger: Ledger, request: EventRequest): { id: string; changes: Change[] } {
  const { title, date, sources } = request;
  const same = ledger.events.find((event) => event.title === title && event.date === date);
  if (same && request.id !== null && request.id !== same.id) {
    throw new Refusal(`that event is recorded already, as ${same.id}`, 'Use that id, or give another title or date.');
  }
  if (same) {
    return { id: same.id, changes: sources.flatMap((source) => addSource(ledger, same.id, source)) };
  }
  if (request.id !== null) refuseTaken('event', request.id, ledger.events);
  const id =
    request.id ??
    newId(
      request.words,
      ledger.events.map((event) => event.title),
      takenIds(ledger.events),
      'event',
    );
  return { id, changes: [{ kind: 'append', path: ['events'], item: { id, date, title, sources } }] };
}

const FILLED = ['publisher', 'title', 'date', 'archived', 'note'] as const;

/**
 * What adds a source to an event. Where the event has one of that address already, what that one lacks is filled in.
 * @throws Refusal where it has something else in the place of what is given
 */
export function addSource(ledger: Ledger, eventId: string, source: WrittenSource): Change[] {
  const event = ledger.events.find(({ id }) => id === eventId);
  if (!event) throw new Refusal(`the event "${eventId}" is no longer in the ledger`, 'Look at it and try again.');
  const known = event.sources.filter(({ url }) => url !== null && url === source.url);
  const holds = (one: Source, isSame: (given: string, had: string | null) => boolean) =>
    FILLED.every((key) => source[key] === undefined || source[key] === null || isSame(source[key], one[key]));
  if (known.some((one) => holds(one, (given, had) => given === had))) return [];
  const lacking = known.find((one) => holds(one, (given, had) => isBlank(had) || given === had));
  if (lacking) {
    return FILLED.flatMap((key): Change[] => {
      const value = source[key];
      if (value === undefined || value === null || !isBlank(lacking[key])) return [];
      return [{ kind: 'set', path: ['events', event.place.index, 'sources', lacking.place.index, key], value }];
    });
  }
  const [other] = known;
  if (other) {
    const differs = FILLED.filter((key) => source[key] && !isBlank(other[key]) && source[key] !== other[key]);
    throw new Refusal(
      `${event.id} cites ${source.url} already, with another ${differs.join(' and ')}`,
      ...differs.map((key) => `There it has the ${key} ${JSON.stringify(other[key])}.`),
    );
  }
  return [{ kind: 'append', path: ['events', event.place.index, 'sources'], item: source }];
}

const isBlank = (text: string | null): boolean => text === null || !/\S/.test(text);
