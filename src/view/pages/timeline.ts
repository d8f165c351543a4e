import { fullName } from '../../query/names.ts';
import type { TimelineEntry } from '../../query/timeline.ts';
import { type Column, cell, type Page, statusStyle, styled, table } from '../page.ts';

/** The timeline as a table for people. */
export function timelinePage(entries: readonly TimelineEntry[], isOnlyLedger: boolean): Page {
  const columns: Column[] = [{ title: 'DATE' }, { title: 'WHAT' }, { title: 'WHICH', gives: true }];
  return table(columns, entries, (entry) => {
    const name = styled(fullName(entry.ledger, entry.claim ?? entry.event ?? '', isOnlyLedger), 'name');
    if (entry.type === 'event') return [cell(entry.date), cell('event', 'quiet'), [name, { text: entry.title ?? '' }]];
    const details = [entry.note ?? '', entry.by === null ? '' : `(${entry.by})`].filter(Boolean).join(' ');
    return [
      cell(entry.date),
      cell(changeOf(entry), statusStyle(entry.status)),
      [
        name,
        { text: entry.text ?? '' },
        ...(details ? [styled(`– ${details}`, 'quiet')] : []),
        ...(entry.instead.length > 0 ? [styled(`– instead: ${entry.instead.join(', ')}`, 'quiet')] : []),
      ],
    ];
  });
}

function changeOf({ type, from, status }: TimelineEntry): string {
  // An opinion has no status that a verdict could change.
  if (from === null) return type === 'withdrawal' ? 'withdrawn' : 'opinion';
  if (type === 'withdrawal') return status === null ? `${from}, withdrawn` : `withdrawn: ${from} → ${status}`;
  return from === status ? `still ${status}` : `${from} → ${status}`;
}
