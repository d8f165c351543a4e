import { keepLines, oneLine } from '../../text/escape.ts';
import { type Measure, measureFor } from '../../text/measure.ts';
import { type Block, type Page, type Piece, piecesOf, type Text } from '../page.ts';
import type { Palette } from './palette.ts';
import { renderTable } from './render-table.ts';
import type { Sheet } from './sheet.ts';

/**
 * A page as text, piece by piece as it is asked for. All that could drive a terminal is escaped here, whoever made the
 * page, and before anything is measured.
 */
export async function renderPage(page: Page, sheet: Sheet): Promise<Iterable<string>> {
  const blocks = Array.from(page, (block) => safe(block, sheet.width !== null));
  const measure = await measureFor(textsIn(blocks));
  return rendered(blocks, sheet, measure);
}

function oneLined(piece: Piece): Piece {
  const text = oneLine(piece.text);
  return text === piece.text ? piece : { ...piece, text };
}

function safe(block: Block, isForTerminal: boolean): Block {
  switch (block.kind) {
    case 'line':
      return { ...block, text: piecesOf(block.text).map(oneLined) };
    case 'hang':
      return { ...block, lead: piecesOf(block.lead).map(oneLined), text: oneLined(block.text) };
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
      return isForTerminal ? { ...block, text: { ...block.text, text: keepLines(block.text.text) } } : block;
  }
}

function* textsIn(blocks: readonly Block[]): Iterable<string> {
  for (const block of blocks) {
    if (block.kind === 'hang') yield* [plain(block.lead), block.text.text];
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
  { margin, lead, text, widest = Number.POSITIVE_INFINITY }: Extract<Block, { kind: 'hang' }>,
  { width, palette }: Sheet,
  measure: Measure,
): string {
  const indent = margin + measure.width(plain(lead));
  const lines =
    width === null ? [text.text] : measure.wrap(text.text, Math.max(NARROWEST, Math.min(width, widest) - indent));
  const start = ' '.repeat(margin) + painted(lead, palette);
  return lines
    .map((words, index) => {
      const before = index === 0 ? start : ' '.repeat(indent);
      return `${(before + painted({ ...text, text: words }, palette)).trimEnd()}\n`;
    })
    .join('');
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
