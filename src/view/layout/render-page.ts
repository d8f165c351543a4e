import { keepLines, oneLine } from '../../text/escape.ts';
import { type Measure, measureFor } from '../../text/measure.ts';
import { type Block, type Page, type Piece, piecesOf, type Text } from '../page.ts';
import { piecesBetween } from '../pieces-between.ts';
import type { Palette } from './palette.ts';
import { renderTable } from './render-table.ts';
import type { Sheet } from './sheet.ts';

/**
 * A page as text, piece by piece as it is asked for. All that could drive a terminal is escaped here, whoever made the
 * page, and before anything is measured.
 */
export async function renderPage(page: Page, sheet: Sheet): Promise<Iterable<string>> {
  const blocks = Array.from(page, (block) => safe(block, sheet));
  const measure = await measureFor(textsIn(blocks));
  return rendered(blocks, sheet, measure);
}

function safe(block: Block, { width, draws }: Sheet): Block {
  const oneLined = (piece: Piece): Piece => {
    const text = oneLine((draws ? null : piece.plain) ?? piece.text);
    return text === piece.text ? piece : { ...piece, text };
  };
  switch (block.kind) {
    case 'line':
      return { ...block, text: piecesOf(block.text).map(oneLined) };
    case 'hang':
      return { ...block, lead: piecesOf(block.lead).map(oneLined), text: piecesOf(block.text).map(oneLined) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: oneLine(column.title) })),
        *rows() {
          for (const row of block.rows()) yield row.map((cell) => cell.map(oneLined));
        },
      };
    case 'verbatim':
      // A patch must hold the very text; a terminal must not obey it.
      return width !== null ? { ...block, text: { ...block.text, text: keepLines(block.text.text) } } : block;
  }
}

function* textsIn(blocks: readonly Block[]): Iterable<string> {
  for (const block of blocks) {
    if (block.kind === 'hang') yield* [plain(block.lead), plain(block.text)];
    if (block.kind !== 'table') continue;
    for (const row of block.rows()) for (const cell of row) for (const { text } of cell) yield text;
  }
}

function* rendered(blocks: readonly Block[], sheet: Sheet, measure: Measure): Iterable<string> {
  for (const block of blocks) {
    if (block.kind === 'table') yield* renderTable(block, sheet, measure);
    else if (block.kind === 'hang') yield hanging(block, sheet, measure);
    else yield `${painted(block.text, sheet.palette)}\n`;
  }
}

function hanging(
  { margin, lead, text, widest = Number.POSITIVE_INFINITY, isCut = false }: Extract<Block, { kind: 'hang' }>,
  { width, palette }: Sheet,
  measure: Measure,
): string {
  const whole = plain(text);
  const lines = (indent: number) =>
    width === null ? [whole] : measure.wrap(whole, Math.max(1, Math.min(width, widest) - indent - (isCut ? 1 : 0)));
  const own = plain(lead);
  const wanted = margin + measure.width(own);
  const room = Math.max(NARROWEST, own === '' ? longestWord(whole, measure) : 0);
  const isDeep = width !== null && width - wanted < room;
  // Text without room after its lead stands below it; without a lead, it moves to the left before a word is broken.
  const indent = !isDeep ? wanted : own === '' ? Math.max(0, width - room) : Math.min(wanted, margin + 2);
  const start = own === '' ? ' '.repeat(indent) : ' '.repeat(margin) + painted(lead, palette);
  const above = isDeep && own !== '' ? `${start.trimEnd()}\n` : '';
  const rest = ' '.repeat(indent);
  const all = cut(piecesOf(text), lines(indent));
  return (
    above +
    (isCut && all.length > 1 ? [[...(all[0] ?? []), { text: '…' }]] : all)
      .map((pieces, index) => {
        const before = index === 0 && above === '' ? start : rest;
        return `${(before + painted(pieces, palette)).trimEnd()}\n`;
      })
      .join('')
  );
}

const longestWord = (text: string, measure: Measure) =>
  text.split(' ').reduce((most, word) => Math.max(most, measure.width(word)), 0);

/** The pieces of each of the lines that their text was wrapped to. */
function cut(pieces: readonly Piece[], lines: readonly string[]): readonly (readonly Piece[])[] {
  const [only, ...others] = pieces;
  if (only && others.length === 0) return lines.map((text) => [{ ...only, text }]);
  const whole = plain(pieces);
  let end = 0;
  return lines.map((text) => {
    const start = whole.indexOf(text, end);
    // Wrapping brings some characters into another form.
    if (start === -1) return [{ text }];
    end = start + text.length;
    return piecesBetween(pieces, start, end);
  });
}

/** A text is given this many columns at least, however far in it hangs. */
const NARROWEST = 20;

const plain = (text: Text) =>
  piecesOf(text)
    .map((piece) => piece.text)
    .join('');

const painted = (text: Text, palette: Palette) =>
  piecesOf(text)
    .map((piece) => (piece.style && piece.text !== '' ? palette[piece.style](piece.text) : piece.text))
    .join('');
