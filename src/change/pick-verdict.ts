import type { Claim, Verdict } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { Status } from '../model/shape.ts';
import { currentVerdict } from '../model/status.ts';

/**
 * The verdict of a claim that is meant.
 * @param day the day from which it is held, or `last` for the current one
 * @param status tells those of one day apart; null where nothing was typed
 * @throws Refusal if there is none, or several
 */
export function pickVerdict(claim: Claim, day: string, status: Status | null, today: string): Verdict {
  const open = claim.verdicts.filter(({ withdrawn }) => withdrawn === null);
  if (day === 'last') {
    const current = currentVerdict(claim.verdicts, today);
    if (current === null) throw new Refusal(`${claim.id} has no verdict today`, ...history(claim));
    if (status !== null && current.status !== status) {
      throw new Refusal(`the current verdict on ${claim.id} is ${current.status}, not ${status}`, ...history(claim));
    }
    return current;
  }
  const ofDay = open.filter((verdict) => verdict.date === day && (status === null || verdict.status === status));
  const [only, ...others] = ofDay;
  if (only === undefined) {
    const what = status === null ? 'no verdict' : `no verdict ${status}`;
    throw new Refusal(`${claim.id} has ${what} of ${day}`, ...history(claim));
  }
  if (others.length > 0 && status === null) {
    throw new Refusal(
      `${claim.id} has ${ofDay.length} verdicts of ${day}: say which with --status`,
      ...ofDay.map(told),
    );
  }
  // Of several that say the same on one day, the last is the one that counts.
  return ofDay.at(-1) ?? only;
}

/** How a verdict of a claim is picked on the command line. */
export function toPick(claim: Claim, { date, status }: Verdict): string {
  const ofDay = claim.verdicts.filter((one) => one.date === date && one.withdrawn === null);
  return `--verdict ${date}${ofDay.length > 1 ? ` --status ${status}` : ''}`;
}

const told = ({ date, status, note, withdrawn }: Verdict): string => {
  const why = note === null ? '' : `  ${note}`;
  return `  ${date}  ${status}${why}${withdrawn === null ? '' : `  (withdrawn on ${withdrawn.date})`}`;
};

const history = ({ verdicts }: Claim): string[] =>
  verdicts.length === 0 ? ['It has no verdict at all.'] : ['Its verdicts:', ...verdicts.map(told)];
