import { counted } from '../../article/coverage.ts';
import { type Hint, headRow } from '../../terminal/bars.ts';
import type { FormFrame } from '../../terminal/fill-in.ts';
import type { Form } from '../../terminal/form.ts';
import type { Canvas, Row } from '../../terminal/row.ts';
import { defined } from '../../text/defined.ts';
import type { Desk } from '../desk.ts';
import { deskRows, formFrame, type Shown } from '../desk-rows.ts';
import { type Annotated, placeOf } from './annotated.ts';
import { articleRows } from './article-rows.ts';
import { type ClaimPanel, likelyClaims, panelRows } from './claim-panel.ts';

const KEYS: readonly Hint[] = [
  { key: 'a', does: 'add' },
  { key: 'l', does: 'claims' },
  { key: 's', does: 'skip' },
  { key: 'S', does: '¶' },
  { key: 'w', does: 'why', spare: 4 },
  { key: 'e', does: 'edit', spare: 2 },
  { key: '⏎', does: 'next' },
  { key: 'b', does: 'back', spare: 3 },
  { key: 'g', does: 'go', spare: 5 },
  { key: '/', does: 'find', spare: 1 },
  { key: 'u', does: 'undo' },
  { key: 'q', does: 'quit' },
  { key: '?', does: '' },
];

/** What a person sees of an article that is being annotated. */
export class ArticleScreen {
  /** Claims that are shown to choose from; null where none are. */
  panel: ClaimPanel | null = null;
  private readonly desk: Desk<Annotated>;

  constructor(desk: Desk<Annotated>) {
    this.desk = desk;
  }

  /** Sees to it that the panel is about the sentence at hand, once another one is. */
  follow(): void {
    if (this.panel !== null) this.panel = this.panel.does === 'tie' ? likelyClaims(this.desk.run.state, null) : null;
  }

  /** The article, with the panel below it. */
  readonly view = (canvas: Canvas): readonly Row[] => {
    const { panel } = this;
    const rows = panel === null ? [] : panelRows(panel, this.desk.run.state, canvas);
    return deskRows(this.desk, this.shown(canvas), rows, KEYS, canvas);
  };

  /** The article, with a form below it. */
  readonly frame = (title: string, form: Form): FormFrame => formFrame(this.desk, this.shown, title, form);

  private readonly shown = (canvas: Canvas): Shown => {
    const { state } = this.desk.run;
    const { total, covered, skipped } = counted(state.sentences);
    const place = placeOf(defined(state.sentences[state.at]));
    return {
      head: headRow(state.target.name, `${place}  ${total - covered - skipped} open of ${total}`, canvas),
      ...articleRows(state, canvas),
    };
  };
}
