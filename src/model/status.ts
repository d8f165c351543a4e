import { courseOf } from './course.ts';
import { firstDay, lastDay } from './dates.ts';
import type { ArticleView, ClaimView, Verdict, Withdrawal } from './ledger.ts';
import type { Kind, Status } from './shape.ts';

/** The claim's kind: a fact unless it says otherwise. */
export const kindOf = (claim: ClaimView): Kind => claim.kind ?? 'fact';

/** When the claim was said: its own date, else the day the article was published, else null. */
export const saidOn = (claim: ClaimView, article: ArticleView): string | null => claim.said ?? article.published;

/** Who said it: the claim's speakers, else the article's authors, else nobody known. */
export function speakersOf(claim: ClaimView, article: ArticleView): readonly string[] {
  return claim.speaker && claim.speaker.length > 0 ? claim.speaker : (article.author ?? []);
}

/** What a claim is judged by: verdicts with the days from which they count and, if withdrawn, no longer do. */
type Dated = Pick<Verdict, 'date'> & { readonly withdrawn: Pick<Withdrawal, 'date'> | null };

/** Whether a withdrawal counts on a day. */
export const isWithdrawn = (record: Pick<Dated, 'withdrawn'>, day: string): boolean =>
  record.withdrawn !== null && record.withdrawn.date <= day;

/**
 * The current verdict on a day: the last one dated on or before it, by date, then by place in the list, that is not
 * withdrawn on or before it.
 * @param day YYYY-MM-DD
 */
export function currentVerdict<V extends Dated>(verdicts: readonly V[], day: string): V | null {
  let last: V | null = null;
  for (const verdict of verdicts) {
    if (verdict.date > day || isWithdrawn(verdict, day)) continue;
    if (last === null || verdict.date >= last.date) last = verdict;
  }
  return last;
}

/**
 * The first day of the unbroken run of days, ending on a day, on which a claim with these verdicts had its status; at
 * the earliest that of its first verdict, even one that was withdrawn. Null where none is dated on or before the day.
 */
export function standingSince(verdicts: readonly (Dated & Pick<Verdict, 'status'>)[], day: string): string | null {
  const [only] = verdicts;
  if (only === undefined) return null;
  // Most claims have one verdict at most, and it stands.
  if (verdicts.length === 1 && only.withdrawn === null) return only.date <= day ? only.date : null;
  const statuses = new Map<string, Status>();
  for (const step of courseOf(verdicts)) if (step.day <= day) statuses.set(step.day, step.after?.status ?? 'pending');
  const days = [...statuses.keys()].reverse();
  const [last] = days;
  if (last === undefined) return null;
  const broken = days.findIndex((one) => statuses.get(one) !== statuses.get(last));
  return days[broken === -1 ? days.length - 1 : broken - 1] ?? last;
}

/** The claim's status on a day; null for an opinion, which has none. */
export function statusOn(claim: ClaimView, day: string): Status | null {
  if (kindOf(claim) === 'opinion') return null;
  return currentVerdict(claim.verdicts, day)?.status ?? 'pending';
}

/** Whether a claim of that status and deadline is overdue: still pending after its due date, not on it. */
export function isOverdue(status: Status | null, due: string | null, day: string): boolean {
  return status === 'pending' && due !== null && lastDay(due) < day;
}

/** Whether something dated `date` (maybe partial, maybe unknown) has happened by `day`. */
export const hasHappened = (date: string | null, day: string): boolean => date === null || firstDay(date) <= day;
