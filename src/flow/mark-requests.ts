import type { MarkRequest } from '../change/mark-claims.ts';
import type { Status, WrittenSource } from '../model/shape.ts';
import { resolveEvent } from '../query/names.ts';
import { newIdWords } from './new-id-words.ts';
import type { ReadLedger } from './read-ledgers.ts';

/** A verdict as it was typed. */
interface Given extends Pick<MarkRequest, 'keepEvidence' | 'by' | 'note' | 'label' | 'uncited'> {
  /** Events as they were named. */
  readonly evidence: readonly string[];
  /** The title of an event to record; null for none. */
  readonly event: string | null;
  readonly eventId: string | null;
  /** When that event happened, if not on the verdict's day. */
  readonly on: string | null;
  readonly sources: readonly WrittenSource[];
  /** Null for today. */
  readonly date: string | null;
}

/**
 * What is asked of each ledger where claims are marked.
 * @param targets the ledgers, of which the first says how to read the title of a new event
 * @param today YYYY-MM-DD, which counts where no day was typed
 */
export async function markRequests(
  targets: readonly ReadLedger[],
  status: Status,
  given: Given,
  today: string,
): Promise<(target: ReadLedger, claims: readonly string[]) => MarkRequest> {
  const { event: title, eventId, on, sources, keepEvidence, uncited, by, note, label } = given;
  const date = given.date ?? today;
  const words = title === null ? [] : await newIdWords(title, eventId, targets[0] ?? null);
  const event = title && { id: eventId, words, title, date: on ?? date, sources };
  return (target, claims) => ({
    status,
    claims,
    evidence: given.evidence.map((name) => resolveEvent(name, [target]).record.id),
    keepEvidence,
    event: event || null,
    date,
    by,
    note,
    label,
    uncited,
    today,
  });
}
