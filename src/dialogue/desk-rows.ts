import { type Hint, headRow, keyRow, ruleRow } from '../terminal/bars.ts';
import type { FormFrame } from '../terminal/fill-in.ts';
import type { Form } from '../terminal/form.ts';
import { hangingRows } from '../terminal/hanging.ts';
import { layOut, type Parts } from '../terminal/lay-out.ts';
import type { Canvas, Row } from '../terminal/row.ts';
import type { View } from '../terminal/screen.ts';
import { styled } from '../view/page.ts';
import type { Stand } from './answer-verb.ts';
import type { Desk } from './desk.ts';

const FORM_KEYS: readonly Hint[] = [
  { key: '⏎', does: 'save' },
  { key: 'Tab', does: 'next field', spare: 1 },
  { key: '→', does: 'take the grey text', spare: 2 },
  { key: '↑', does: 'earlier' },
  { key: 'Esc', does: 'cancel' },
];

/** Rows that a message may take. */
const MESSAGE = 4;

/** What is worked on, and what stands above it. */
export type Shown = Pick<Parts, 'head' | 'body' | 'focus'>;

/** A whole screen at a desk: what is worked on, a panel below it, what was said, and the keys. */
export function deskRows<S extends Stand>(
  { message }: Desk<S>,
  shown: Shown,
  panel: readonly Row[],
  keys: readonly Hint[],
  canvas: Canvas,
): readonly Row[] {
  const said = message === null ? [] : [styled(message.text, message.isFault ? 'alarm' : 'hunk')];
  const rows = said.length === 0 ? [] : hangingRows({ lead: [], text: said }, canvas, MESSAGE);
  return layOut({ ...shown, panel, message: rows, keys: keyRow(keys, canvas) }, canvas);
}

/** The same with a form as its panel. */
export const formFrame =
  <S extends Stand>(desk: Desk<S>, shown: (canvas: Canvas) => Shown, title: string, { fields }: Form): FormFrame =>
  (canvas, rows) => {
    const keys = fields.length > 1 ? FORM_KEYS : FORM_KEYS.filter(({ key }) => key !== 'Tab');
    return deskRows(desk, shown(canvas), [ruleRow(title, canvas), ...rows], keys, canvas);
  };

/** A page of help in place of what is worked on. */
export const helpView =
  (verb: string, lines: readonly string[]): View =>
  (canvas) => [
    headRow(verb, 'any key: back', canvas),
    ...lines.flatMap((text) => hangingRows({ lead: [{ text: ' ' }], text: [{ text }] }, canvas)),
  ];
