import { fullName } from '../../query/names.ts';
import type { TimelineEntry } from '../../query/timeline.ts';
import { type Cell, type Column, cell, type Page, statusStyle, styled, table } from '../page.ts';

/** With fewer columns than this, what happened stands above what it happened to. */
const WIDE = 80;

/**
 * The timeline as a table for people.
 * @param width the terminal's columns, or null for one line an entry
 */
export function timelinePage(entries: readonly TimelineEntry[], width: number | null, isOnlyLedger: boolean): Page {
  if (width !== null && width < WIDE) {
    const columns: Column[] = [{ title: 'DATE' }, { title: 'WHAT', gives: true }];
    return table(columns, entries, (entry) => {
      const [date, what, which] = cells(entry, isOnlyLedger);
      return [date, [...what, ...which]];
    });
  }
  const columns: Column[] = [{ title: 'DATE' }, { title: 'WHAT' }, { title: 'WHICH', gives: true }];
  return table(columns, entries, (entry) => cells(entry, isOnlyLedger));
}

function cells(entry: TimelineEntry, isOnlyLedger: boolean): readonly [Cell, Cell, Cell] {
  const name = styled(fullName(entry.ledger, entry.claim ?? entry.event ?? '', isOnlyLedger), 'name');
  if (entry.type === 'event') return [cell(entry.date), cell('event', 'quiet'), [name, { text: entry.title ?? '' }]];
  const details = [entry.note, entry.by && `(${entry.by})`].filter(Boolean).join(' ');
  return [
    cell(entry.date),
    changeOf(entry),
    [
      name,
      { text: entry.text ?? '' },
      ...(details ? [styled(`– ${details}`, 'quiet')] : []),
      ...(entry.instead.length > 0 ? [styled(`– instead: ${entry.instead.join(', ')}`, 'quiet')] : []),
    ],
  ];
}

/** What an entry changed: that something was withdrawn comes first, then what that does to the status. */
function changeOf({ type, from, status }: TimelineEntry): Cell {
  // An opinion has no status that anything could change.
  if (from === null) return type === 'withdrawal' ? cell('withdrawn', 'alarm') : cell('opinion', 'opinion');
  if (status === null) return [styled('claim withdrawn:', 'alarm'), styled(`was ${from}`, 'quiet')];
  const change = styled(from === status ? `still ${status}` : `${from} → ${status}`, statusStyle(status));
  return type === 'withdrawal' ? [styled('verdict withdrawn:', 'alarm'), change] : [change];
}
