import { counted } from '../../article/coverage.ts';
import { type Hint, headRow, keyRow, ruleRow } from '../../terminal/bars.ts';
import type { FormFrame } from '../../terminal/fill-in.ts';
import type { Form } from '../../terminal/form.ts';
import { hangingRows } from '../../terminal/hanging.ts';
import { layOut } from '../../terminal/lay-out.ts';
import type { Canvas, Row } from '../../terminal/row.ts';
import { defined } from '../../text/defined.ts';
import { styled } from '../../view/page.ts';
import type { Desk } from '../desk.ts';
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

const FORM_KEYS: readonly Hint[] = [
  { key: '⏎', does: 'save' },
  { key: 'Tab', does: 'next field', spare: 1 },
  { key: '→', does: 'take the grey text', spare: 2 },
  { key: '↑', does: 'earlier' },
  { key: 'Esc', does: 'cancel' },
];

/** Rows that a message may take. */
const MESSAGE = 4;

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
    return this.rows(canvas, panel === null ? [] : panelRows(panel, this.desk.run.state, canvas), KEYS);
  };

  /** The article, with a form below it. */
  frame(title: string, { fields }: Form): FormFrame {
    const keys = fields.length > 1 ? FORM_KEYS : FORM_KEYS.filter(({ key }) => key !== 'Tab');
    return (canvas, rows) => this.rows(canvas, [ruleRow(title, canvas), ...rows], keys);
  }

  /** A page of help in place of the article. */
  help(lines: readonly string[]) {
    return (canvas: Canvas): readonly Row[] => [
      headRow('annotate', 'any key: back', canvas),
      ...lines.flatMap((text) => hangingRows({ lead: [{ text: ' ' }], text: [{ text }] }, canvas)),
    ];
  }

  private rows(canvas: Canvas, panel: readonly Row[], keys: readonly Hint[]): readonly Row[] {
    const { state } = this.desk.run;
    const { total, covered, skipped } = counted(state.sentences);
    const place = placeOf(defined(state.sentences[state.at]));
    const { message } = this.desk;
    const said = message === null ? [] : [styled(message.text, message.isFault ? 'alarm' : 'hunk')];
    return layOut(
      {
        head: headRow(state.target.name, `${place}  ${total - covered - skipped} open of ${total}`, canvas),
        ...articleRows(state, canvas),
        panel,
        message: said.length === 0 ? [] : hangingRows({ lead: [], text: said }, canvas, MESSAGE),
        keys: keyRow(keys, canvas),
      },
      canvas,
    );
  }
}
