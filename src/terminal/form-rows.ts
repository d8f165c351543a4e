import type { Piece } from '../view/page.ts';
import { piecesBetween } from '../view/pieces-between.ts';
import type { Field, Form } from './form.ts';
import { hangingRows } from './hanging.ts';
import { greyIn, lineIn } from './line-editor.ts';
import type { Canvas, Row } from './row.ts';
import { wrapped } from './wrap.ts';

/** The rows of a form: names at the left, what is wrong below its field, or below them all. */
export function formRows({ fields, at, fault }: Form, canvas: Canvas): Row[] {
  const indent = Math.max(...fields.map(({ name }) => canvas.measure.width(name))) + 3;
  const message = (text: string) =>
    hangingRows({ lead: [{ text: ' '.repeat(indent) }], text: [{ text, style: 'alarm' }] }, canvas);
  const rows = fields.flatMap((field, index) => [
    ...fieldRows(field, index === at, indent, canvas),
    ...(fault?.field === field.name ? message(fault.message) : []),
  ]);
  return fault?.field === null ? [...rows, ...message(fault.message)] : rows;
}

function fieldRows({ name, editor }: Field, isCurrent: boolean, indent: number, { columns, measure }: Canvas): Row[] {
  const { text, cursor } = lineIn(editor);
  const grey = isCurrent ? greyIn(editor) : '';
  // The key that takes it tells it from what was typed where there are no colours.
  const pieces: readonly Piece[] = [{ text }, { text: grey === '' ? '' : `${grey} →`, style: 'quiet' }];
  const whole = pieces.map((piece) => piece.text).join('');
  // A blank may stand at the end of a row, and the cursor after that.
  const spans = wrapped(whole, Math.max(1, columns - indent - 2), measure);
  const cursorRow = spans.findLastIndex(({ start }) => start <= cursor);
  const label = { text: `${name} `.padStart(indent - measure.width(name) + name.length) };
  return spans.map(({ start, end }, row): Row => {
    const lead: Piece = row === 0 ? { ...label, style: isCurrent ? 'name' : 'quiet' } : { text: ' '.repeat(indent) };
    if (!isCurrent || row !== cursorRow) return { pieces: [lead, ...piecesBetween(pieces, start, end)] };
    return {
      pieces: [lead, ...piecesBetween(pieces, start, cursor)],
      afterCursor: piecesBetween(pieces, cursor, end),
    };
  });
}
