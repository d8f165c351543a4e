import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { type Correction, claimOf, eventOf } from './correction.ts';
import { toPick } from './pick-verdict.ts';

/** What takes a claim out. @throws Refusal if it has a history, with what to do instead */
export function removeClaim(ledger: Ledger, id: string): Correction {
  const claim = claimOf(ledger, id);
  if (claim.verdicts.length > 0) {
    throw new Refusal(
      `${id} has verdicts, and what was judged stays`,
      'To let it count no longer, with its history kept:',
      `factledger withdraw ${id} --reason "Why"`,
    );
  }
  const named = ledger.claims.filter(({ withdrawn }) => withdrawn?.instead.includes(id)).map((one) => one.id);
  if (named.length > 0) {
    throw new Refusal(
      `${id} stands in place of ${named.join(' and ')}`,
      'To let it count no longer, with its history kept:',
      `factledger withdraw ${id} --reason "Why"`,
    );
  }
  return {
    changes: [{ kind: 'remove', path: ['claims', claim.place.index] }],
    keys: [{ key: 'text', from: claim.text, to: null }],
  };
}

/** What takes an event out. @throws Refusal if a verdict rests on it, even a withdrawn one */
export function removeEvent(ledger: Ledger, id: string): Correction {
  const event = eventOf(ledger, id);
  const resting = ledger.claims.flatMap((claim) =>
    claim.verdicts.filter(({ evidence }) => evidence.includes(id)).map((verdict) => ({ claim, verdict })),
  );
  const open = new Set(
    resting
      .filter(({ verdict }) => verdict.withdrawn === null)
      .map(({ claim, verdict }) => `factledger withdraw ${claim.id} ${toPick(claim, verdict)} --reason "Why"`),
  );
  if (resting.length > 0) {
    throw new Refusal(
      `verdicts rest on ${id}, and what they rested on stays`,
      ...(open.size > 0 ? ['To let such a verdict count no longer:'] : []),
      ...[...open].slice(0, 10),
      `To mend the event: factledger edit ${id} --title "What happened", or factledger cite ${id}.`,
    );
  }
  return {
    changes: [{ kind: 'remove', path: ['events', event.place.index] }],
    keys: [{ key: 'title', from: event.title, to: null }],
  };
}
