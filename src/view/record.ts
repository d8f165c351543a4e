import { fullName } from '../query/names.ts';
import type { ClaimRow, EventRow } from '../query/rows.ts';
import { oneLine } from '../text/escape.ts';
import { measureFor } from '../text/measure.ts';
import type { Palette } from './layout/palette.ts';
import { Writer } from './layout/writer.ts';

/** A claim with the events that its verdicts rest on, or an event with its claims, for `show`. */
export type Shown =
  | (ClaimRow & { readonly type: 'claim'; readonly events: readonly EventRow[] })
  | (EventRow & { readonly type: 'event'; readonly claimRows: readonly ClaimRow[] });

/**
 * Records in full, for people.
 * @param width the terminal's columns, or null for lines that are never wrapped
 */
export async function renderRecords(
  records: readonly Shown[],
  width: number | null,
  colors: Palette,
  isOnlyLedger: boolean,
): Promise<string> {
  const writer = new Writer(await measureFor([JSON.stringify(records).replace(/\\./g, '')]), width);
  records.forEach((record, index) => {
    if (index > 0) writer.line('');
    if (record.type === 'claim') writeClaim(writer, record, colors, isOnlyLedger);
    else writeEvent(writer, record, colors, isOnlyLedger);
  });
  return writer.text;
}

function writeClaim(
  writer: Writer,
  claim: Extract<Shown, { type: 'claim' }>,
  colors: Palette,
  isOnlyLedger: boolean,
): void {
  const name = fullName(claim.ledger, claim.id, isOnlyLedger);
  const since = claim.since === null ? '' : ` since ${claim.since}`;
  const standing = colors.status(claim.status)(`${claim.status ?? 'opinion'}${since}`);
  const overdue = claim.overdue ? `, ${colors.alarm(`overdue: due ${claim.due}`)}` : '';
  writer.line(`${colors.name(name)}  ${standing}${overdue}`);
  writer.hang(2, '', oneLine(claim.text));
  writer.line('');
  const facts: [string, string][] = [
    ['Speaker', claim.speaker.join(', ') + (claim.via === null ? '' : ` (via ${claim.via})`)],
    ['Kind', claim.kind],
    ['Said', claim.said ?? ''],
    ['Due', claim.due ?? ''],
    ['Tags', claim.tags.join(', ')],
    ['Article', claim.anchors.map(describeAnchor).filter(Boolean).join('; ')],
    ['File', `${claim.file}:${claim.line}`],
  ];
  writeFacts(writer, facts, colors);
  writer.line('');
  writer.line(`  ${colors.heading('History')}`);
  if (claim.verdicts.length === 0) {
    writer.line(`    ${claim.status === null ? 'an opinion has no status' : 'no verdict yet: pending'}`);
  }
  for (const verdict of claim.verdicts) {
    const lead = `${verdict.date}  ${verdict.status.padEnd(9)}  `;
    const painted = `${verdict.date}  ${colors.status(verdict.status)(verdict.status.padEnd(9))}  `;
    writer.hang(4, lead, oneLine(verdict.note ?? '') || '(no note)', undefined, painted);
    const basis = [verdict.evidence.join(', '), verdict.by === null ? '' : `by ${oneLine(verdict.by)}`].filter(Boolean);
    if (basis.length > 0) writer.hang(4 + lead.length, '', basis.join(' · '), colors.quiet);
  }
  if (claim.events.length === 0) return;
  writer.line('');
  writer.line(`  ${colors.heading('Evidence')}`);
  for (const event of claim.events) {
    writer.hang(4, `${event.date.padEnd(10)}  `, oneLine(event.title));
    writer.hang(16, '', event.id, colors.quiet);
    writeSources(writer, event, 16, colors);
  }
}

function writeEvent(
  writer: Writer,
  event: Extract<Shown, { type: 'event' }>,
  colors: Palette,
  isOnlyLedger: boolean,
): void {
  writer.line(`${colors.name(fullName(event.ledger, event.id, isOnlyLedger))}  event of ${event.date}`);
  writer.hang(2, '', oneLine(event.title));
  writer.line('');
  writeFacts(writer, [['File', `${event.file}:${event.line}`]], colors);
  writer.line('');
  writer.line(`  ${colors.heading('Sources')}`);
  if (event.sources.length === 0) writer.line('    none');
  writeSources(writer, event, 4, colors);
  writer.line('');
  writer.line(`  ${colors.heading('Claims that rest on it')}`);
  if (event.claimRows.length === 0) writer.line('    none');
  for (const claim of event.claimRows) {
    const status = claim.status ?? 'opinion';
    const lead = `${status.padEnd(9)}  `;
    writer.hang(4, lead, `${claim.id}: ${oneLine(claim.text)}`, undefined, colors.status(claim.status)(lead));
  }
}

function writeFacts(writer: Writer, facts: readonly (readonly [string, string])[], colors: Palette): void {
  for (const [what, text] of facts) {
    if (text === '') continue;
    const lead = what.padEnd(9);
    writer.hang(2, lead, oneLine(text), undefined, colors.quiet(lead));
  }
}

function writeSources(writer: Writer, event: EventRow, margin: number, colors: Palette): void {
  for (const source of event.sources) {
    const title = source.title === null ? '' : `“${source.title}”`;
    const head = [source.publisher, title, source.date].filter(Boolean).join(', ');
    const note = source.note === null ? '' : ` (${source.note})`;
    writer.hang(margin, '- ', oneLine(`${head}${note}`) || '(no publisher)');
    for (const address of [source.url, source.file, source.archived]) {
      // An address stays whole, so that a terminal can open it.
      if (address) writer.line(`${' '.repeat(margin + 2)}${colors.quiet(oneLine(address))}`);
    }
  }
}

function describeAnchor(anchor: ClaimRow['anchors'][number]): string {
  const place = [
    anchor.paragraph === null ? '' : `paragraph ${anchor.paragraph}`,
    anchor.sentence === null ? '' : `sentence ${anchor.sentence}`,
  ].filter(Boolean);
  const quote = anchor.quote === null ? '' : `“${anchor.quote}”`;
  // A digest tells people nothing where there is anything else.
  const digest = place.length === 0 && quote === '' ? anchor.digest : '';
  return [place.join(', '), quote, digest].filter(Boolean).join(' ');
}
