import { type Hint, headRow } from '../../terminal/bars.ts';
import type { FormFrame } from '../../terminal/fill-in.ts';
import type { Form } from '../../terminal/form.ts';
import { hangingRows } from '../../terminal/hanging.ts';
import type { Canvas, Row } from '../../terminal/row.ts';
import type { Desk } from '../desk.ts';
import { deskRows, formFrame, type Shown } from '../desk-rows.ts';
import { claimRows } from './claim-rows.ts';
import { type EventPanel, eventPanel, panelRows } from './event-panel.ts';
import { type Reviewed, rowAtHand } from './reviewed.ts';

const KEYS: readonly Hint[] = [
  { key: 'c', does: 'confirm' },
  { key: 'r', does: 'refute' },
  { key: 'p', does: 'pending' },
  { key: 'e', does: 'edit', spare: 1 },
  { key: 's', does: 'skip' },
  { key: 'b', does: 'back', spare: 2 },
  { key: 'u', does: 'undo' },
  { key: 'q', does: 'quit' },
  { key: '?', does: '' },
];

/** What a person sees of a claim that is being reviewed. */
export class ReviewScreen {
  /** The events that can be ticked. */
  panel: EventPanel;
  private readonly desk: Desk<Reviewed>;

  constructor(desk: Desk<Reviewed>) {
    this.desk = desk;
    this.panel = eventPanel(desk.run.state);
  }

  /** Sees to it that the events are those for the claim at hand, once another one is. */
  follow(): void {
    this.panel = eventPanel(this.desk.run.state);
  }

  /** The claim, with the events below it. */
  readonly view = (canvas: Canvas): readonly Row[] =>
    deskRows(this.desk, this.shown(canvas), panelRows(this.panel, this.desk.run.state, canvas), KEYS, canvas);

  /** The claim, with a form below it. */
  readonly frame = (title: string, form: Form): FormFrame => formFrame(this.desk, this.shown, title, form);

  private readonly shown = (canvas: Canvas): Shown => {
    const { state } = this.desk.run;
    const row = rowAtHand(state);
    const gone = [{ text: 'This claim is no longer in the ledger.' }];
    const body = row === null ? hangingRows({ lead: [], text: gone }, canvas) : claimRows(row, state.today, canvas);
    return {
      head: headRow(state.target.name, `${state.at + 1} of ${state.items.length} pending`, canvas),
      body,
      focus: [0, 1],
    };
  };
}
