import { fullName } from '../../query/names.ts';
import type { TimelineEntry } from '../../query/timeline.ts';
import { type Column, cell, type Page, statusStyle, styled, table } from '../page.ts';

/** The timeline as a table for people. */
export function timelinePage(entries: readonly TimelineEntry[], isOnlyLedger: boolean): Page {
  const columns: Column[] = [{ title: 'DATE' }, { title: 'WHAT' }, { title: 'WHICH', gives: true }];
  return table(columns, entries, (entry) => {
    const name = styled(fullName(entry.ledger, entry.claim ?? entry.event ?? '', isOnlyLedger), 'name');
    if (entry.type === 'event') return [cell(entry.date), cell('event', 'quiet'), [name, { text: entry.title ?? '' }]];
    const same = entry.from === entry.status;
    // An opinion has no status that a verdict could change.
    const change = same ? `still ${entry.status}` : entry.from === null ? 'opinion' : `${entry.from} → ${entry.status}`;
    const details = [entry.note ?? '', entry.by === null ? '' : `(${entry.by})`].filter(Boolean).join(' ');
    return [
      cell(entry.date),
      cell(change, statusStyle(entry.status)),
      [name, { text: entry.text ?? '' }, ...(details ? [styled(`– ${details}`, 'quiet')] : [])],
    ];
  });
}
