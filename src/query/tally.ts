import { foldTypesetting } from '../text/fold.ts';
import type { ClaimRow } from './rows.ts';

/** How many claims stand how. confirmed + pending + refuted = checkable; opinions count in the total only. */
interface Counts {
  readonly total: number;
  readonly checkable: number;
  readonly confirmed: number;
  readonly pending: number;
  readonly refuted: number;
  readonly overdue: number;
}

export interface Tally extends Counts {
  /** Claims that were withdrawn; they are in no other count. */
  readonly withdrawn: number;
}

export interface GroupTally extends Counts {
  /** Null for claims without such a value. */
  readonly key: string | null;
}

export const GROUPINGS = ['speaker', 'kind', 'tag', 'month', 'ledger'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What claims can be grouped by. A claim counts under each of its speakers and tags. */
const groupings: Readonly<Record<Grouping, (row: ClaimRow) => readonly string[]>> = {
  speaker: (row) => row.speaker,
  kind: (row) => [row.kind],
  tag: (row) => row.tags,
  month: (row) => (row.said === null ? [] : [row.said.slice(0, 7)]),
  ledger: (row) => [row.ledger],
};

export function tally(rows: Iterable<ClaimRow>): Tally {
  const counts = { total: 0, checkable: 0, confirmed: 0, pending: 0, refuted: 0, overdue: 0, withdrawn: 0 };
  for (const row of rows) {
    if (row.withdrawn !== null) {
      counts.withdrawn++;
      continue;
    }
    counts.total++;
    if (row.overdue) counts.overdue++;
    if (row.status === null) continue;
    counts.checkable++;
    counts[row.status]++;
  }
  return counts;
}

/** A group of claims. */
export interface Group {
  /** Null for claims without such a value. */
  readonly key: string | null;
  /** Those that count first, then those that were withdrawn. */
  readonly members: readonly ClaimRow[];
}

/**
 * The groups in which any claim counts: months in their order, all else with the largest first, equal ones in file order.
 */
export function groupClaims(rows: Iterable<ClaimRow>, by: Grouping): Group[] {
  const all = [...rows];
  const counting = all.filter(({ withdrawn }) => withdrawn === null);
  const groups = new Map<string | null, { readonly key: string | null; readonly members: ClaimRow[]; total: number }>();
  for (const row of [...counting, ...all.filter(({ withdrawn }) => withdrawn !== null)]) {
    const named = new Map<string | null, string>();
    // One speaker typed in two ways is one; the first way names the group.
    for (const name of groupings[by](row)) named.set(by === 'speaker' ? foldTypesetting(name) : name, name);
    for (const [folded, key] of named.size > 0 ? named : [[null, null] as const]) {
      const group = groups.get(folded) ?? { key, members: [], total: 0 };
      groups.set(folded, group);
      group.members.push(row);
      if (row.withdrawn === null) group.total++;
    }
  }
  const found = [...groups.values()].filter(({ total }) => total > 0);
  if (by === 'month') return found.sort((a, b) => (a.key ?? '9999').localeCompare(b.key ?? '9999', 'en'));
  return found.sort((a, b) => b.total - a.total);
}

export function tallyGroup({ key, members }: Group): GroupTally {
  const { withdrawn: _, ...counts } = tally(members);
  return { key, ...counts };
}
