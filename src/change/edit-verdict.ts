import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Status } from '../model/shape.ts';
import { type Correction, claimOf, together, withKey } from './correction.ts';
import { pickVerdict, toPick } from './pick-verdict.ts';

/**
 * What gives a verdict a note or a label that it has not. One that was published stays as it is.
 * @throws Refusal if it has another one already
 */
export function editVerdict(
  ledger: Ledger,
  id: string,
  { verdict: day, status, note, label, today }: Readonly<Record<'verdict' | 'today', string>> & VerdictFields,
): Correction {
  const claim = claimOf(ledger, id);
  const verdict = pickVerdict(claim, day, status, today);
  const path = ['claims', claim.place.index, 'verdicts', verdict.place.index] as const;
  const fields = [
    ['note', note],
    ['label', label],
  ] as const;
  return together(
    fields.flatMap(([key, to]) => {
      if (to === null) return [];
      const had = verdict[key];
      if (had !== null && /\S/.test(had) && had !== to) {
        throw new Refusal(
          `the verdict of ${verdict.date} on ${id} has a ${key}: ${had}`,
          'What was noted stays. If it was just typed: factledger undo.',
          `Else: factledger withdraw ${id} ${toPick(claim, verdict)} --reason "Why", and mark again.`,
        );
      }
      if (!/\S/.test(to)) throw new Refusal(`a ${key} cannot be emptied`, 'What was noted stays.');
      return [withKey(path, key, had, to)];
    }),
  );
}

interface VerdictFields {
  /** Tells verdicts of one day apart; null where nothing was typed. */
  readonly status: Status | null;
  readonly note: string | null;
  readonly label: string | null;
}
