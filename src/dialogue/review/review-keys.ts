import { formOf } from '../../terminal/form.ts';
import { lineEditor } from '../../terminal/line-editor.ts';
import type { KeyActions } from '../at-keyboard.ts';
import { changedFields, claimFields, ifChanged } from '../claim-form.ts';
import type { Desk } from '../desk.ts';
import { helpView } from '../desk-rows.ts';
import { fillAnswer } from '../fill-answer.ts';
import { keyLines } from '../help-lines.ts';
import { ticking } from './event-panel.ts';
import type { ReviewScreen } from './review-screen.ts';
import { claimAt, type Reviewed } from './reviewed.ts';
import { type Judgement, verdictAnswer, verdictForm } from './verdict-form.ts';

/** What the help says of keys that are no verbs. */
const OTHER_KEYS = {
  '1-9': 'tick an event as evidence, or take the tick away; without one, c and r ask for a new event',
  '↓ →': 'as s',
  '↑ ←': 'as b',
  Tab: 'in a form: the next field; Enter saves, Esc leaves',
  'Ctrl-C': 'leave a form, then review; what was answered stays',
};

/** What a form for a verdict is about. */
const TITLES: Readonly<Record<Judgement, string>> = { c: 'confirmed', r: 'refuted', p: 'still pending' };

/** What the keys of `review` do. */
export class ReviewKeys {
  private readonly desk: Desk<Reviewed>;
  private readonly screen: ReviewScreen;
  /** What was typed in this run, by the fields' names, the latest first. */
  private readonly typed = new Map<string, readonly string[]>();

  constructor(desk: Desk<Reviewed>, screen: ReviewScreen) {
    this.desk = desk;
    this.screen = screen;
  }

  /** What they do now. */
  readonly actions = (): KeyActions => ({ ...this.always, ...this.digits() });

  private readonly always: KeyActions = {
    c: () => this.judge('c'),
    r: () => this.judge('r'),
    p: () => this.judge('p'),
    e: () => this.edit(),
    s: () => this.give('s'),
    down: () => this.give('s'),
    right: () => this.give('s'),
    b: () => this.give('b'),
    up: () => this.give('b'),
    left: () => this.give('b'),
    u: () => this.give('u'),
    '?': () => this.help(),
    q: async () => 'leave' as const,
  };

  private digits(): KeyActions {
    const tick = (id: string) => async () => {
      this.screen.panel = ticking(this.screen.panel, id);
      return undefined;
    };
    return Object.fromEntries(this.screen.panel.ids.map((id, index) => [String(index + 1), tick(id)]));
  }

  private async give(verb: string): Promise<undefined> {
    const { at } = this.state;
    await this.desk.give({ verb });
    if (this.state.at !== at || verb === 'u') this.screen.follow();
  }

  /** Asks for what a verdict needs besides the ticks. */
  private async judge(verb: Judgement): Promise<undefined> {
    const { ticked } = this.screen.panel;
    const form = verdictForm(this.state, verb, ticked, this.typed);
    const title = `${TITLES[verb]}${ticked.length > 0 ? `, by ${ticked.join(', ')}` : ''}`;
    const answer = (filled: Readonly<Record<string, string>>) => verdictAnswer(verb, ticked, filled);
    const isDone = await fillAnswer(this.desk, form, this.screen.frame(title, form), answer, (filled) =>
      this.keep(filled),
    );
    if (isDone) this.screen.follow();
  }

  private keep(filled: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(filled)) {
      const earlier = this.typed.get(name) ?? [];
      if (text.trim() !== '' && !earlier.includes(text)) this.typed.set(name, [text, ...earlier]);
    }
  }

  private async edit(): Promise<undefined> {
    const claim = claimAt(this.state);
    if (claim === null) return;
    const note = claim.note ?? '';
    const form = formOf(...claimFields(this.state.target.ledger, claim), { name: 'note', editor: lineEditor(note) });
    await fillAnswer(this.desk, form, this.screen.frame(claim.id, form), (filled) => {
      const fields = { ...changedFields(claim, filled), note: ifChanged(filled.note ?? '', note) };
      return { verb: 'e', text: '', fields };
    });
  }

  private async help(): Promise<undefined> {
    this.desk.screen.show(helpView('review', keyLines(this.desk.subject.verbs, OTHER_KEYS)));
    await this.desk.screen.next();
  }

  private get state(): Reviewed {
    return this.desk.run.state;
  }
}
