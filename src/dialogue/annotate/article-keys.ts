import { fillIn } from '../../terminal/fill-in.ts';
import { type Form, formOf } from '../../terminal/form.ts';
import { lineEditor } from '../../terminal/line-editor.ts';
import type { KeyActions } from '../at-keyboard.ts';
import { changedFields, claimFields } from '../claim-form.ts';
import type { Desk } from '../desk.ts';
import { helpView } from '../desk-rows.ts';
import { type Filled, type FilledAnswer, fillAnswer } from '../fill-answer.ts';
import { keyLines } from '../help-lines.ts';
import { type Annotated, isOpen } from './annotated.ts';
import type { ArticleScreen } from './article-screen.ts';
import { type ClaimPanel, claimsHere, likelyClaims } from './claim-panel.ts';
import { addAnswer, newClaimForm } from './new-claim-form.ts';
import { reasonField, skipAnswer, skipForm } from './skip-form.ts';
import { restOfParagraph } from './skips.ts';

/** What the help says of keys that are no verbs. */
const OTHER_KEYS = {
  Enter: 'go to the next open sentence',
  '↑ ↓': 'go one sentence back or on, headings included',
  '1-9': 'choose from the claims that l or e shows; l again looks for words, Esc hides them',
  Tab: 'in a form: the next field; Enter saves, Esc leaves',
  '↑ →': 'in a form: what was typed before, first of all the sentence itself; what is offered in grey',
  'Ctrl-C': 'leave a form, then the list of claims, then annotate; what was answered stays',
};

/** What the keys of `annotate` do. */
export class ArticleKeys {
  private readonly desk: Desk<Annotated>;
  private readonly screen: ArticleScreen;
  /** Claims and words that were typed, the latest first. */
  private readonly texts: string[] = [];
  private readonly finds: string[] = [];

  constructor(desk: Desk<Annotated>, screen: ArticleScreen) {
    this.desk = desk;
    this.screen = screen;
  }

  /** What they do now. */
  readonly actions = (): KeyActions => {
    const { panel } = this.screen;
    return panel === null ? this.always : { ...this.always, ...this.choosing(panel) };
  };

  private readonly always: KeyActions = {
    a: () => this.add(),
    l: () => this.list(),
    s: () => this.skip('s'),
    S: () => this.skip('S'),
    w: () => this.skipUpTo(),
    e: () => this.edit(),
    n: () => this.give('n'),
    enter: () => this.give('n'),
    b: () => this.give('b'),
    up: () => this.step(-1),
    left: () => this.step(-1),
    down: () => this.step(1),
    right: () => this.step(1),
    g: () => this.goTo(),
    '/': () => this.find(),
    u: () => this.give('u'),
    '?': () => this.help(),
    q: async () => 'leave' as const,
  };

  private choosing({ ids, does }: ClaimPanel): KeyActions {
    const choose = (id: string) => () => (does === 'tie' ? this.give('l', id) : this.change(id));
    const hide = async () => this.show(null);
    const digits = ids.map((id, index) => [String(index + 1), choose(id)]);
    return { ...Object.fromEntries(digits), escape: hide, 'ctrl-c': hide };
  }

  private show(panel: ClaimPanel | null): undefined {
    this.screen.panel = panel;
  }

  private async give(verb: string, text = ''): Promise<undefined> {
    const { at } = this.state;
    await this.desk.give({ verb, text });
    if (this.state.at !== at) this.screen.follow();
  }

  /** One sentence on or back, headings included. */
  private async step(by: 1 | -1): Promise<undefined> {
    const { at, sentences } = this.state;
    this.desk.run.goTo(Math.max(0, Math.min(at + by, sentences.length - 1)));
    this.screen.follow();
  }

  private async add(): Promise<undefined> {
    await this.fill('a new claim', newClaimForm(this.state, this.texts), addAnswer, ({ claim = '' }) => {
      this.texts.unshift(claim);
    });
  }

  /** Shows claims to tie; pressed again, it asks for words to look for. */
  private async list(): Promise<undefined> {
    if (this.screen.panel?.does !== 'tie') return this.show(likelyClaims(this.state, null));
    const form = formOf({ name: 'words', editor: lineEditor('', this.finds) });
    await fillIn(this.desk.screen, form, this.screen.frame('look for a claim', form), async ({ words = '' }) => {
      this.show(likelyClaims(this.state, words.trim() === '' ? null : words.trim()));
      return null;
    });
  }

  /** Skips for the reason last given; where there is none yet, it asks for one. */
  private async skip(verb: 's' | 'S'): Promise<undefined> {
    const { reason, sentences, at } = this.state;
    const meant = verb === 's' ? [at] : restOfParagraph(this.state, at);
    const isAnyOpen = meant.some((index) => sentences.slice(index, index + 1).some(isOpen));
    if (reason !== null || !isAnyOpen) return this.give(verb);
    await this.fill('why is there no claim?', formOf(reasonField(this.state)), ({ reason: text = '' }) => {
      return { verb, text: text.trim(), fields: {} };
    });
  }

  private async skipUpTo(): Promise<undefined> {
    await this.fill('why is there no claim, and up to where?', skipForm(this.state), skipAnswer);
  }

  private async edit(): Promise<undefined> {
    const panel = claimsHere(this.state);
    const [only, ...others] = panel.ids;
    if (only === undefined) this.desk.say('no claim is tied to this sentence', true);
    else if (others.length > 0) this.show(panel);
    else await this.change(only);
  }

  private async change(id: string): Promise<undefined> {
    const claim = this.state.target.ledger.claims.find((one) => one.id === id);
    if (claim === undefined) return;
    await this.fill(id, formOf(...claimFields(this.state.target.ledger, claim)), (values) => {
      return { verb: 'e', text: id, fields: changedFields(claim, values) };
    });
  }

  private async goTo(): Promise<undefined> {
    const form = formOf({ name: 'place', editor: lineEditor() });
    await this.fill('go to a paragraph, 3, or a sentence of one, 2.1', form, ({ place = '' }) => {
      return { verb: 'g', text: place.trim(), fields: {} };
    });
  }

  private async find(): Promise<undefined> {
    const form = formOf({ name: 'words', editor: lineEditor('', this.finds, this.finds) });
    const answer = ({ words = '' }: Filled) => ({ verb: '/', text: words.trim(), fields: {} });
    await this.fill('find in the article', form, answer, ({ words = '' }) => {
      this.finds.unshift(words.trim());
    });
  }

  private async help(): Promise<undefined> {
    this.desk.screen.show(helpView('annotate', keyLines(this.desk.subject.verbs, OTHER_KEYS)));
    await this.desk.screen.next();
  }

  /** Has a form filled in and gives what it says. */
  private async fill(
    title: string,
    form: Form,
    answer: (values: Filled) => FilledAnswer,
    onDone: (values: Filled) => void = () => undefined,
  ): Promise<undefined> {
    const { at } = this.state;
    await fillAnswer(this.desk, form, this.screen.frame(title, form), answer, onDone);
    if (this.state.at !== at) this.screen.follow();
  }

  private get state(): Annotated {
    return this.desk.run.state;
  }
}
