import { emitKeypressEvents, type Interface, type Key } from 'node:readline';
import type { Keyboard } from '../model/world.ts';
import { keyName } from './key-name.ts';

/** What a person did at the keyboard. */
export type Press =
  /** A key, by its name (see `keyName`); `text` is what it types, empty where it types nothing. */
  | { readonly kind: 'key'; readonly name: string; readonly text: string }
  /** Text that was pasted, as it was in the clipboard. */
  | { readonly kind: 'paste'; readonly text: string }
  /** Nothing will come any more. */
  | { readonly kind: 'end' };

const END: Press = { kind: 'end' };
/** In milliseconds: how long after an escape the rest of a key's sequence may come. A lone Esc waits for it in vain. */
const ESCAPE_TIME = 80;
const PASTE_END = '\u001b[201~';

/** The keys pressed, in order. Those pressed while nobody waits are kept. */
export class Keys {
  private readonly input: Keyboard;
  private readonly pressed: Press[] = [];
  private waiting: ((press: Press) => void) | null = null;
  /** What came of a text that is being pasted, its end still out. */
  private pasting: string | null = null;
  private hasEnded = false;

  /** Starts to listen; a terminal hands out single keys once its `setRawMode` was called. */
  constructor(input: Keyboard) {
    this.input = input;
    // Of the interface that it expects, it reads the time only.
    emitKeypressEvents(input, { escapeCodeTimeout: ESCAPE_TIME } as unknown as Interface);
    input.on('keypress', this.onKey);
    // A terminal that is gone ends in an error.
    for (const event of ['end', 'close', 'error']) input.on(event, this.onEnd);
    input.resume();
  }

  /** Whether `next` has an answer at once. */
  get areWaiting(): boolean {
    return this.pressed.length > 0;
  }

  /** The next press; after the end of the input, always that it has ended. */
  next(): Promise<Press> {
    const press = this.pressed.shift() ?? (this.hasEnded ? END : null);
    if (press) return Promise.resolve(press);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  /** Stops listening, so that the program can end while its input is still open. */
  close(): void {
    this.input.off('keypress', this.onKey);
    for (const event of ['end', 'close', 'error']) this.input.off(event, this.onEnd);
    this.input.pause();
  }

  private readonly onKey = (typed: string | undefined, key: Key): void => {
    const name = keyName(typed, key);
    if (this.pasting !== null) this.paste(this.pasting + (key.sequence ?? typed ?? ''));
    else if (name === 'paste-start') this.pasting = '';
    else if (name !== null && name !== 'paste-end') {
      this.take({ kind: 'key', name, text: name === typed ? typed : '' });
    }
  };

  /** @param text what came so far of what is pasted */
  private paste(text: string): void {
    this.pasting = text;
    // The end is looked for in the text: on a slow line its sequence may come in two, and is then no key.
    if (text.endsWith(PASTE_END)) this.pasted(text.slice(0, -PASTE_END.length));
  }

  private pasted(text: string): void {
    this.pasting = null;
    this.take({ kind: 'paste', text });
  }

  private readonly onEnd = (): void => {
    if (this.hasEnded) return;
    if (this.pasting !== null) this.pasted(this.pasting);
    this.hasEnded = true;
    this.waiting?.(END);
    this.waiting = null;
  };

  private take(press: Press): void {
    const answer = this.waiting;
    this.waiting = null;
    if (answer) answer(press);
    else this.pressed.push(press);
  }
}
