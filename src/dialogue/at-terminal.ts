import type { Context } from '../flow/context.ts';
import type { Terminal } from '../model/world.ts';
import { type View, withScreen } from '../terminal/screen.ts';
import { piecesOf } from '../view/page.ts';
import type { Given, Stand, Subject } from './answer-verb.ts';
import { atKeyboard, type KeyActions } from './at-keyboard.ts';
import { Desk } from './desk.ts';
import { Run } from './run.ts';

/** What a person at a desk sees, and what each key does. */
export type Seat<S extends Stand> = (desk: Desk<S>) => { readonly view: View; readonly actions: () => KeyActions };

/** What came of answers at a terminal. */
interface Seated<S> {
  readonly state: S;
  readonly answered: readonly { readonly verb: string; readonly told: Given }[];
  readonly isInterrupted: boolean;
}

/** Takes answers key by key, on a screen of its own. */
export function seated<S extends Stand>(
  context: Context,
  terminal: Terminal,
  subject: Subject<S>,
  start: S,
  seat: Seat<S>,
): Promise<Seated<S>> {
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
    const run = new Run({ ...context, note, progress: null }, subject, start, false);
    const desk = new Desk(screen, subject, run);
    const { view, actions } = seat(desk);
    const isInterrupted = await atKeyboard(desk, view, actions);
    return { state: run.state, answered: desk.answers, isInterrupted };
  });
}
