import { fullName } from '../query/names.ts';
import type { TimelineEntry } from '../query/timeline.ts';
import type { Palette } from './layout/palette.ts';
import { type Column, cell, type Part, renderTable } from './layout/table.ts';

/**
 * The timeline as a table for people.
 * @param width the terminal's columns, or null for one line an entry
 */
export function timelineTable(
  entries: readonly TimelineEntry[],
  width: number | null,
  colors: Palette,
  isOnlyLedger: boolean,
): Promise<Iterable<string>> {
  const columns: Column[] = [{ title: 'DATE' }, { title: 'WHAT' }, { title: 'WHICH', gives: true }];
  const row = (entry: TimelineEntry) => {
    const name = fullName(entry.ledger, entry.claim ?? entry.event ?? '', isOnlyLedger);
    const head: Part = { text: name, paint: colors.name };
    if (entry.type === 'event')
      return [cell(entry.date), cell('event', colors.quiet), [head, { text: entry.title ?? '' }]];
    const same = entry.from === entry.status;
    const change = same ? `still ${entry.status}` : `${entry.from} → ${entry.status}`;
    const details = [entry.note ?? '', entry.by === null ? '' : `(${entry.by})`].filter(Boolean).join(' ');
    const parts = [
      head,
      { text: entry.text ?? '' },
      ...(details ? [{ text: `– ${details}`, paint: colors.quiet }] : []),
    ];
    return [cell(entry.date), cell(change, colors.status(entry.status)), parts];
  };
  return renderTable({ columns, items: entries, row }, width, colors);
}
