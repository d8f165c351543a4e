import { courseOf } from '../model/course.ts';
import { daysBetween, firstDay } from '../model/dates.ts';
import type { Article, Claim, Verdict, Withdrawal } from '../model/ledger.ts';
import type { Status } from '../model/shape.ts';
import { hasHappened, isWithdrawn, kindOf, saidOn } from '../model/status.ts';
import type { LostVerdict } from './compare-verdicts.ts';

/** Days by which the clocks of those who wrote the ledger and the revision may differ. */
const GRACE = 1;

/** Whether a day is one before the revision's own, clocks aside. */
export const isPast = (day: string, revision: string): boolean => daysBetween(day, revision) > GRACE;

/** A claim as it was, if it was there, and as it is. */
export interface Course {
  readonly was: Claim | null;
  readonly is: Claim;
  readonly isIn: Article;
  readonly lost: readonly LostVerdict[];
  readonly added: readonly Verdict[];
  readonly kept: ReadonlyMap<Verdict, Verdict>;
}

/** What changes how a claim stood on a day: a new verdict or withdrawal, or another `added`. */
export type Cause = { readonly day: string; readonly stood: Status } & (
  | { readonly type: 'verdict'; readonly verdict: Verdict }
  | { readonly type: 'verdict withdrawn'; readonly verdict: Verdict; readonly withdrawn: Withdrawal }
  | { readonly type: 'claim withdrawn'; readonly withdrawn: Withdrawal }
  | { readonly type: 'hidden' | 'shown' }
);

/** Each new thing that changes the status of a day before the revision's own, with the first such day. */
export function changesBefore(revision: string, course: Course): Cause[] {
  const { was, is, isIn, lost, added, kept } = course;
  if ((was && kindOf(was) === 'opinion') || kindOf(is) === 'opinion') return [];
  const said = saidOn(is, isIn);
  const start = said === null ? '0001-01-01' : firstDay(said);
  // What stands in the place of another is told of as rewritten.
  const rewritten = new Set(lost.map(({ verdict }) => verdict.date));
  const isNew = new Set(added.filter(({ date }) => !rewritten.has(date)));
  const nowOf = new Map(Array.from(kept, ([now, then]) => [then, now]));
  const then = was ? new Standing(was) : null;
  const now = new Standing(is);
  const found = new Map<unknown, Cause>();
  const days = new Set([start, ...(then?.days ?? []), ...now.days].filter((day) => isPast(day, revision)));
  for (const day of [...days].sort()) {
    const [before, after] = [then?.on(day) ?? null, now.on(day)];
    const stood = before?.verdict?.status ?? 'pending';
    const tell = (what: unknown, cause: Cause) => {
      if (!found.has(what)) found.set(what, cause);
    };
    if (before && before.isThere !== after.isThere) {
      if (day >= start && was?.added !== is.added)
        tell('added', { type: before.isThere ? 'hidden' : 'shown', day, stood });
      continue;
    }
    if (!after.isThere) continue;
    if (was && is.withdrawn && !was.withdrawn && after.isWithdrawn) {
      tell(is, { type: 'claim withdrawn', withdrawn: is.withdrawn, day, stood });
    }
    const { verdict } = after;
    if ((verdict?.status ?? 'pending') === stood) continue;
    if (verdict && isNew.has(verdict)) tell(verdict, { type: 'verdict', verdict, day, stood });
    const counterpart = before?.verdict ? nowOf.get(before.verdict) : undefined;
    if (counterpart?.withdrawn && isWithdrawn(counterpart, day) && !before?.verdict?.withdrawn) {
      tell(counterpart, {
        type: 'verdict withdrawn',
        verdict: counterpart,
        withdrawn: counterpart.withdrawn,
        day,
        stood,
      });
    }
  }
  return [...found.values()];
}

/** How a claim stands on days that are asked for in ascending order. */
class Standing {
  /** The days on which it changes. */
  readonly days: readonly string[];
  private readonly claim: Claim;
  private readonly steps: ReturnType<typeof courseOf<Verdict>>;
  private at = 0;

  constructor(claim: Claim) {
    this.claim = claim;
    this.steps = courseOf(claim.verdicts);
    this.days = [...this.steps.map(({ day }) => day), claim.added, claim.withdrawn?.date ?? null].filter(
      (day) => day !== null,
    );
  }

  /** The verdict is the one that a withdrawn claim had last. */
  on(day: string): { isThere: boolean; isWithdrawn: boolean; verdict: Verdict | null } {
    const { added, withdrawn } = this.claim;
    const until = withdrawn && withdrawn.date < day ? withdrawn.date : day;
    while ((this.steps[this.at]?.day ?? '9999-99') <= until) this.at++;
    return {
      isThere: hasHappened(added, day),
      isWithdrawn: isWithdrawn(this.claim, day),
      verdict: this.steps[this.at - 1]?.after ?? null,
    };
  }
}
