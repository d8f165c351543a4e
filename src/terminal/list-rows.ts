import type { Piece } from '../view/page.ts';
import { hangingRows } from './hanging.ts';
import type { Canvas, Row } from './row.ts';

/** Something that is chosen by its number. */
export interface Choice {
  readonly text: readonly Piece[];
  readonly isTicked: boolean;
}

/**
 * Choices with their numbers, from 1 on. Each has as many rows as it needs, fewer where there is no room: its number is
 * on the screen in any case, as long as there is a row for each.
 * @param most rows for all of them
 */
export function listRows(choices: readonly Choice[], canvas: Canvas, most: number): Row[] {
  const each = Math.max(1, Math.floor(most / Math.max(1, choices.length)));
  const whole = choices.map((choice, index) => choiceRows(choice, index + 1, canvas));
  if (whole.flat().length <= most) return whole.flat();
  return choices.flatMap((choice, index) => choiceRows(choice, index + 1, canvas, each));
}

function choiceRows({ text, isTicked }: Choice, number: number, canvas: Canvas, most?: number): Row[] {
  const lead: Piece[] = [{ text: ` ${number}`, style: 'name' }, { text: isTicked ? '✓' : ' ' }];
  return hangingRows({ lead, text }, canvas, most);
}
