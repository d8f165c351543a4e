import type { View } from '../terminal/screen.ts';
import type { Stand } from './answer-verb.ts';
import type { Desk } from './desk.ts';

/** What a key does; `leave` ends the run. */
type KeyAction = () => Promise<'leave' | undefined>;

/** What each key does, by its name; a key that is not there does nothing. */
export type KeyActions = Readonly<Record<string, KeyAction>>;

/**
 * Takes answers key by key until the person leaves, or the terminal is gone.
 * @returns whether it was interrupted, by Ctrl-C where no key takes that for something else
 */
export async function atKeyboard<S extends Stand>(
  desk: Desk<S>,
  view: View,
  actions: () => KeyActions,
): Promise<boolean> {
  for (;;) {
    desk.screen.show(view);
    const press = await desk.screen.next();
    if (press.kind === 'end') return false;
    if (press.kind === 'paste') {
      // Its letters are no keys: they would answer for somebody.
      desk.say('Text can be pasted where it is asked for', true);
      continue;
    }
    const known = actions();
    const action = Object.hasOwn(known, press.name) ? known[press.name] : undefined;
    if (action === undefined && press.name === 'ctrl-c') return true;
    if (action === undefined) continue;
    desk.sayNothing();
    if ((await action()) === 'leave') return false;
  }
}
