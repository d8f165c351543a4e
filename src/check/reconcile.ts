import type { Claim, Verdict } from '../model/ledger.ts';
import { isSameWording } from '../text/wording.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import type { JudgedClaim, Past } from './past.ts';
import { withdrawalOf } from './same-withdrawal.ts';

/**
 * What stood at several revisions, each with the notes, labels and withdrawals that stand today as they stood at another
 * of them: where two sides of a merge added a note or withdrew a verdict, one of the two is what it was. What came after a
 * revision excuses nothing that changed since.
 */
export function reconcile(pasts: readonly Past[]): readonly Past[] {
  const sides = pasts.filter(({ isSide }) => isSide);
  if (sides.length < 2) return pasts;
  const isStanding = sides.some(({ isUnchanged }) => isUnchanged);
  const pairs = new Map<Claim, JudgedClaim[]>();
  for (const { judged } of sides) for (const pair of judged) pairs.set(pair.is, [...(pairs.get(pair.is) ?? []), pair]);
  const reconciledIn = (pair: JudgedClaim) => {
    const others = pairs.get(pair.is)?.filter((other) => other !== pair) ?? [];
    return reconciled(pair, isStanding ? [...others, asItIs(pair.is)] : others);
  };
  return pasts.map((past) => (past.isSide ? { ...past, judged: past.judged.map(reconciledIn) } : past));
}

/** A claim at a revision, as far as it matters to others. */
type Standing = Pick<JudgedClaim, 'was' | 'kept' | 'lost'>;

const asItIs = (is: Claim): Standing => ({ was: is, kept: new Map(is.verdicts.map((one) => [one, one])), lost: [] });

function reconciled(pair: JudgedClaim, others: readonly Standing[]): JudgedClaim {
  if (others.length === 0) return pair;
  const { was, is } = pair;
  const matches = matchesOf(pair);
  const stood = others.map(matchesOf);
  const nowOf = new Map(Array.from(matches, ([now, then]) => [then, now]));
  const verdicts = was.verdicts.map((then): Verdict => {
    const now = nowOf.get(then);
    if (!now) return then;
    const alike = stood.flatMap((one) => one.get(now) ?? []);
    const isNote = alike.some(({ note }) => isSameWording(note, now.note));
    const isLabel = alike.some(({ label }) => isSameWording(label, now.label));
    const isWithdrawal = alike.some(({ withdrawn }) => withdrawalOf(withdrawn) === withdrawalOf(now.withdrawn));
    return {
      ...then,
      // What is blank now stood somewhere as well; taking away what another side added is no merge.
      note: isNote && now.note ? now.note : then.note,
      label: isLabel && now.label ? now.label : then.label,
      withdrawn: isWithdrawal && now.withdrawn ? now.withdrawn : then.withdrawn,
    };
  });
  const withdrawn = others
    .map((other) => other.was.withdrawn)
    .find((one) => one !== null && withdrawalOf(one) === withdrawalOf(is.withdrawn));
  const before: Claim = { ...was, verdicts, withdrawn: withdrawn ?? was.withdrawn };
  return { ...pair, was: before, ...compareVerdicts(verdicts, is.verdicts) };
}

/** The verdicts of today with what they were, be it in all but their note, label or withdrawal. */
function matchesOf({ kept, lost }: Standing): Map<Verdict, Verdict> {
  const matches = new Map(kept);
  for (const { verdict, now } of lost) if (now) matches.set(now, verdict);
  return matches;
}
