import type { Context } from '../../flow/context.ts';
import type { Terminal } from '../../model/world.ts';
import { withScreen } from '../../terminal/screen.ts';
import { piecesOf } from '../../view/page.ts';
import type { Told } from '../answer-verb.ts';
import { atKeyboard } from '../at-keyboard.ts';
import { Desk } from '../desk.ts';
import { Run } from '../run.ts';
import { type Annotated, isOpen } from './annotated.ts';
import { article } from './answers.ts';
import { ArticleKeys } from './article-keys.ts';
import { ArticleScreen } from './article-screen.ts';

/** What came of annotating at a terminal. */
interface Annotating {
  readonly state: Annotated;
  readonly answered: readonly { readonly verb: string; readonly told: Told }[];
  readonly isInterrupted: boolean;
}

/** Annotates an article key by key, on a screen of its own. */
export function annotateAtTerminal(context: Context, terminal: Terminal, start: Annotated): Promise<Annotating> {
  return withScreen(terminal, context.palette, async (screen) => {
    // What is said meanwhile, as of another writer who is waited for, would stand across the screen.
    const note: Context['note'] = async (text) => {
      desk.say(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      );
      screen.draw();
    };
    const run = new Run({ ...context, note, progress: null }, article, start, false);
    const desk = new Desk(screen, article, run);
    if (!start.sentences.some(isOpen)) desk.say('every sentence is accounted for');
    const shown = new ArticleScreen(desk);
    const keys = new ArticleKeys(desk, shown);
    const isInterrupted = await atKeyboard(desk, shown.view, keys.actions);
    return { state: run.state, answered: desk.answers, isInterrupted };
  });
}
