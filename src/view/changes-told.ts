import type { Changes, VerdictChange } from '../query/changes.ts';
import {
  claimEntry,
  correctionEntry,
  type Entry,
  eventEntry,
  isLost,
  lostEntry,
  overdueEntry,
  verdictEntry,
  withdrawalEntry,
} from './change-entries.ts';

/** What changed, ready to be told in a format for people. */
export interface ChangesTold {
  /** What is compared, in words. */
  readonly compared: string;
  readonly sections: readonly Section[];
  /** What is to be said at the end. */
  readonly remarks: readonly string[];
}

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** @param compared what is compared, in words */
export const changesTold = (changes: Changes, compared: string): ChangesTold => ({
  compared,
  sections: sectionsOf(changes),
  remarks: remarksOn(changes),
});

function remarksOn({ layout }: Changes): readonly string[] {
  if (layout === null) {
    return [
      'Dates do not tell what was corrected or lost, or entered afterwards with an earlier date: compare git revisions for that.',
    ];
  }
  if (layout === 0) return [];
  return [`${layout} ${layout === 1 ? 'record' : 'records'} changed in form only: layout, anchors or working notes`];
}

/**
 * Changes as people want to be told of them: first what is lost, turned around or withdrawn; last what was only put right.
 * Sections without entries are left out.
 */
function sectionsOf({ verdicts, claims, events, corrections, withdrawals, overdue }: Changes): Section[] {
  const verdictsThat = (test: (verdict: VerdictChange) => boolean) => verdicts.filter(test).map(verdictEntry);
  const cited = new Set(verdicts.flatMap(({ ledger, evidence }) => evidence.map(({ event }) => `${ledger}/${event}`)));
  const others = events.filter(({ ledger, event }) => !cited.has(`${ledger}/${event}`));
  const sections: Section[] = [
    { title: 'Lost', entries: lostEntries(corrections.filter(isLost)) },
    { title: 'Reversed', entries: verdictsThat(({ reversal }) => reversal) },
    { title: 'Withdrawn', entries: withdrawals.map(withdrawalEntry) },
    { title: 'Settled', entries: verdictsThat(({ reversal, late, from, to }) => !reversal && !late && from !== to) },
    { title: 'Looked at again', entries: verdictsThat(({ late, from, to }) => !late && from === to) },
    { title: 'Entered later', entries: verdictsThat(({ reversal, late }) => !reversal && late) },
    { title: 'Overdue now', entries: overdue.map(overdueEntry) },
    { title: 'New claims', entries: claims.map(claimEntry) },
    { title: 'Other events', entries: others.map(eventEntry) },
    { title: 'Corrected', entries: corrections.filter((one) => !isLost(one)).map(correctionEntry) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

/** A claim that is gone is told of once, with its verdicts. */
function lostEntries(lost: Changes['corrections']): Entry[] {
  const keyOf = ({ ledger, claim }: Changes['corrections'][number]) => `${ledger}/${claim}`;
  const verdicts = new Map<string, number>();
  for (const one of lost) if (one.key === 'id' && one.claim !== null) verdicts.set(keyOf(one), 0);
  const others = lost.filter((one) => {
    const count = one.key === 'verdicts' ? verdicts.get(keyOf(one)) : undefined;
    if (count !== undefined) verdicts.set(keyOf(one), count + 1);
    return count === undefined;
  });
  return others.map((one) => lostEntry(one, one.key === 'id' ? (verdicts.get(keyOf(one)) ?? 0) : 0));
}
