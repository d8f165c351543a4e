import { firstDay, lastDay } from './dates.ts';
import type { ArticleView, ClaimView, Verdict } from './ledger.ts';
import type { Kind, Status } from './shape.ts';

/** The claim's kind: a fact unless it says otherwise. */
export const kindOf = (claim: ClaimView): Kind => claim.kind ?? 'fact';

/** When the claim was said: its own date, else the day the article was published, else null. */
export const saidOn = (claim: ClaimView, article: ArticleView): string | null => claim.said ?? article.published;

/** Who said it: the claim's speakers, else the article's author, else nobody known. */
export function speakersOf(claim: ClaimView, article: ArticleView): readonly string[] {
  if (claim.speaker && claim.speaker.length > 0) return claim.speaker;
  return article.author === null ? [] : [article.author];
}

/**
 * The current verdict on a day: the last one dated on or before it, by date, then by place in the list.
 * @param day YYYY-MM-DD
 */
export function verdictInForce<V extends Pick<Verdict, 'date'>>(verdicts: readonly V[], day: string): V | null {
  let last: V | null = null;
  for (const verdict of verdicts) {
    if (verdict.date <= day && (last === null || verdict.date >= last.date)) last = verdict;
  }
  return last;
}

/**
 * The first day of the unbroken run of days, ending on a day, on which a claim with these verdicts had its status; at
 * the earliest that of its first verdict. Null where none is dated on or before the day.
 */
export function standingSince(verdicts: readonly Pick<Verdict, 'date' | 'status'>[], day: string): string | null {
  const byDay = new Map<string, Status>();
  for (const { date, status } of verdicts) if (date <= day) byDay.set(date, status);
  const days = [...byDay.keys()].sort().reverse();
  const [last] = days;
  if (last === undefined) return null;
  const broken = days.findIndex((one) => byDay.get(one) !== byDay.get(last));
  return days[broken === -1 ? days.length - 1 : broken - 1] ?? last;
}

/** The claim's status on a day; null for an opinion, which has none. */
export function statusOn(claim: ClaimView, day: string): Status | null {
  if (kindOf(claim) === 'opinion') return null;
  return verdictInForce(claim.verdicts, day)?.status ?? 'pending';
}

/** Whether a claim of that status and deadline is overdue: still pending after its due date, not on it. */
export function isOverdue(status: Status | null, due: string | null, day: string): boolean {
  return status === 'pending' && due !== null && lastDay(due) < day;
}

/** Whether something dated `date` (maybe partial, maybe unknown) has happened by `day`. */
export const hasHappened = (date: string | null, day: string): boolean => date === null || firstDay(date) <= day;
