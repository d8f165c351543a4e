import type { Marked } from './mark-claims.ts';

/** What is worth knowing of a mark besides what it did. @param today YYYY-MM-DD */
export function markHints(marked: Marked, today: string): string[] {
  const { overruledBy, overrides, isUnexplained, lateEvidence, changed, date } = marked;
  return [
    ...(overrides === null ? [] : [`this takes the place of the verdict by ${overrides} of the same day`]),
    ...(isUnexplained ? ['a settled verdict is turned around: say why with --note, or check will report it'] : []),
    ...(overruledBy ? [`today it stays ${overruledBy.status}, by the later verdict of ${overruledBy.date}`] : []),
    ...(changed && date > today ? [`the verdict is held from ${date} on, which is after today`] : []),
    ...lateEvidence.map((event) => `the event ${event} happened after ${date}, so check will report the verdict`),
  ];
}
