import type { Claim, Ledger, LedgerEvent } from '../../model/ledger.ts';
import { rankSentences } from '../../rank/rank-sentences.ts';

/**
 * The events of a ledger, those that are most like a claim first; then those that its verdicts rest on, then the others,
 * the latest first.
 */
export function likelyEvents({ events }: Ledger, claim: Claim): readonly LedgerEvent[] {
  const titled = events.map((event) => ({
    event,
    text: [event.title, ...event.sources.flatMap(({ title }) => title ?? [])].join(' '),
  }));
  const like = rankSentences(claim.text, titled).map(({ sentence }) => sentence.event);
  const cited = events.filter(({ id }) => restsOn(claim, id));
  const latest = [...events].sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
  return [...new Set([...like, ...cited, ...latest])];
}

/** Whether a verdict of the claim rests on an event. */
export const restsOn = ({ verdicts }: Claim, event: string): boolean =>
  verdicts.some(({ evidence, withdrawn }) => withdrawn === null && evidence.includes(event));
