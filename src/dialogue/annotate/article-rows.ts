import type { CoveredSentence } from '../../article/coverage.ts';
import type { Claim } from '../../model/ledger.ts';
import { statusOn } from '../../model/status.ts';
import { hangingRows } from '../../terminal/hanging.ts';
import { type Canvas, type Row, rowOf } from '../../terminal/row.ts';
import { defined } from '../../text/defined.ts';
import { type Piece, statusStyle, styled } from '../../view/page.ts';
import { type Annotated, placeOf } from './annotated.ts';

/** The article around the sentence at hand, and which rows that has. */
export interface ArticleRows {
  readonly body: readonly Row[];
  readonly focus: readonly [start: number, end: number];
}

/** Columns before a sentence: its place, whether it is at hand, and what accounts for it. */
const MARGIN = 9;

/** As many sentences before and after the one at hand as a screen can show, and the claims of the one at hand. */
export function articleRows(state: Annotated, canvas: Canvas): ArticleRows {
  const { sentences, at } = state;
  const first = Math.max(0, at - canvas.rows);
  const shown = sentences.slice(first, at + canvas.rows);
  const body: Row[] = [];
  let focus: ArticleRows['focus'] = [0, 1];
  for (const [index, sentence] of shown.entries()) {
    if (index > 0 && sentence.sentence === 1) body.push(rowOf());
    const start = body.length;
    body.push(...sentenceRows(sentence, first + index === at, canvas));
    if (first + index !== at) continue;
    for (const id of sentence.claims) body.push(...claimRows(state, id, canvas));
    focus = [start, body.length];
  }
  return { body, focus };
}

function sentenceRows(sentence: CoveredSentence, isAtHand: boolean, canvas: Canvas): Row[] {
  const isHeading = sentence.paragraph === null;
  const place = isHeading ? '' : placeOf(sentence);
  const mark = sentence.claims.length > 0 ? '✓' : sentence.skipped ? '-' : ' ';
  const style = isAtHand ? 'name' : isHeading ? 'heading' : sentence.skipped ? 'quiet' : undefined;
  const lead: Piece[] = [
    styled(place.padStart(5), isAtHand ? 'name' : 'quiet'),
    styled(isAtHand ? ' ▸' : '  ', 'name'),
    styled(`${mark} `, 'confirmed'),
  ];
  return hangingRows({ lead, text: [styled(sentence.text ?? '', style)] }, canvas);
}

function claimRows({ target, today }: Annotated, id: string, canvas: Canvas): Row[] {
  const claim: Claim = defined(target.ledger.claims.find((one) => one.id === id));
  const status = statusOn(claim, today);
  const lead = [{ text: ' '.repeat(MARGIN) }, styled((status ?? 'opinion').padEnd(10), statusStyle(status))];
  return hangingRows({ lead, text: [{ text: claim.text }] }, canvas, 3);
}
