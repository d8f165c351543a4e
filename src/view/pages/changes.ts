import { fullName } from '../../query/names.ts';
import type { Entry } from '../change-entries.ts';
import type { ChangesTold } from '../changes-told.ts';
import { type Block, hang, line, type Page, type Piece, prose, styled } from '../page.ts';
import { sourceTitle } from '../source-text.ts';

/** What changed, for people. */
export function* changesPage({ compared, sections, remarks }: ChangesTold, isOnlyLedger: boolean): Page {
  yield prose(0, styled(compared, 'quiet'));
  if (sections.length === 0) yield* [line(), line('nothing changed')];
  const told = new Set<string>();
  for (const { title, entries } of sections) {
    yield* [line(), line(styled(title, 'heading'))];
    for (const entry of entries) yield* entryBlocks(entry, isOnlyLedger, told);
  }
  if (remarks.length > 0) yield line();
  for (const remark of remarks) yield prose(0, styled(remark, 'quiet'));
}

/** @param told the events whose sources were shown: they are not shown again */
function* entryBlocks(entry: Entry, isOnlyLedger: boolean, told: Set<string>): Page {
  const { name, what, text, details, note, evidence } = entry;
  const shown = name.id === null ? name.ledger : fullName(name.ledger, name.id, isOnlyLedger);
  const pieces: Piece[] = [styled(shown, 'name'), ...(what === null ? [] : [{ text: '  ' }, what])];
  yield prose(2, ...pieces);
  if (text !== null) yield hang(4, '', text);
  if (details.length > 0) yield hang(4, '', details.join(' · '), 'quiet');
  if (note !== null) yield hang(4, '', note);
  for (const { event, title, date, sources } of evidence) {
    yield hang(4, `${(date ?? '').padEnd(10)}  `, title ?? event);
    const key = `${name.ledger}/${event}`;
    if (!told.has(key)) for (const source of sources) yield* sourceBlocks(source);
    told.add(key);
  }
}

function* sourceBlocks(source: Entry['evidence'][number]['sources'][number]): Iterable<Block> {
  const title = sourceTitle(source);
  if (title !== '') yield hang(16, '- ', title, 'quiet');
  // An address stays whole, so that a terminal can open it.
  for (const address of [source.url, source.file]) {
    if (address) yield line(' '.repeat(title === '' ? 16 : 18), styled(address, 'quiet'));
  }
}
