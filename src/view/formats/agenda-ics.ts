import { lastDay } from '../../model/dates.ts';
import type { DueRow } from '../../query/agenda.ts';
import { digest } from '../../text/digest.ts';
import { oneLine } from '../../text/escape.ts';

/** How many bytes a line of a calendar has at most. */
const LINE = 75;

/** A claim for the calendar, with what its ledger says of the article. */
export interface CalendarEntry {
  readonly row: DueRow;
  readonly article: { readonly title: string; readonly url: string | null };
}

/**
 * What is due as a calendar (iCalendar, RFC 5545), each claim as an event of the whole day on which it is due. Its UID is
 * made of the article's address, or the ledger's name without one, and of the first id that the claim had, so that it
 * stays when texts and dates are corrected and the claim is renamed. Lines end in LF here.
 * @param today YYYY-MM-DD; its first moment is each event's DTSTAMP, so that one day always gives the same calendar and
 * a later one is newer
 */
export function* agendaIcs(entries: Iterable<CalendarEntry>, today: string): Iterable<string> {
  yield* ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//factledger//due//EN', 'CALSCALE:GREGORIAN'].map(folded);
  for (const entry of entries) yield* eventOf(entry, today).map(folded);
  yield folded('END:VCALENDAR');
}

function eventOf({ row, article }: CalendarEntry, today: string): string[] {
  const { speaker, kind, said, due, tags } = row;
  const who = [speaker.join(', '), kind, said === null ? '' : `said ${said}`].filter((part) => part !== '').join(', ');
  return [
    'BEGIN:VEVENT',
    `UID:${digest(JSON.stringify([article.url ?? row.ledger, row.formerly[0] ?? row.id]))}@factledger`,
    `DTSTAMP:${basic(today)}T000000Z`,
    // Without an end, it is that one day.
    `DTSTART;VALUE=DATE:${basic(lastDay(due))}`,
    `SUMMARY:${escaped(row.text)}`,
    `DESCRIPTION:${[who, article.title, `factledger show ${row.ledger}/${row.id}`].map(escaped).join('\\n')}`,
    ...(tags.length > 0 ? [`CATEGORIES:${tags.map(escaped).join(',')}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A day in the basic format of ISO 8601. */
const basic = (day: string) => day.replaceAll('-', '');

/** A text as a value, on one line. */
const escaped = (text: string) => oneLine(text).replace(/[\\;,]/g, '\\$&');

/** A line, cut where it is too long; what goes on begins with a blank. No character is cut in two. */
function folded(text: string): string {
  let line = '';
  let bytes = 0;
  for (const character of text) {
    const size = sizeOf(character);
    if (bytes + size > LINE) {
      line += '\n ';
      bytes = 1;
    }
    line += character;
    bytes += size;
  }
  return `${line}\n`;
}

/** How many bytes a character takes in UTF-8. */
function sizeOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
