import type { Terminal } from '../model/world.ts';
import { type Measure, measureForAny } from '../text/measure.ts';
import type { Palette } from '../view/layout/palette.ts';
import { drawn } from './draw.ts';
import { Keys, type Press } from './keys.ts';
import type { Canvas, Row } from './row.ts';

/** Another screen than the one with the command's line, pastes marked, lines that are too long cut. */
const ENTER = '\u001b[?1049h\u001b[?2004h\u001b[?7l\u001b[2J';
const LEAVE = '\u001b[?7h\u001b[?2004l\u001b[?25h\u001b[?1049l';
/** What the screen is to show, for the size that it has at the time. */
export type View = (canvas: Canvas) => readonly Row[];

/** A terminal's whole screen, drawn anew as a whole. Alive between `withScreen` calling and its end. */
export class Screen {
  private readonly terminal: Terminal;
  private readonly palette: Palette;
  private readonly measure: Measure;
  private readonly keys: Keys;
  private view: View = () => [];
  private isOpen = false;
  /** Whether the view is another than the one on the screen. */
  private isStale = false;

  constructor(terminal: Terminal, palette: Palette, measure: Measure) {
    this.terminal = terminal;
    this.palette = palette;
    this.measure = measure;
    this.keys = new Keys(terminal.keyboard);
    this.listen('on');
    this.enter();
  }

  /**
   * Shows a view, and shows it again whenever the screen changes, until the next one. Where keys are waiting already,
   * it is not drawn before they are dealt with, so that fast typing does not wait for screens that nobody sees.
   */
  show(view: View): void {
    this.view = view;
    this.isStale = true;
    this.drawIfDue();
  }

  private drawIfDue(): void {
    if (this.isStale && !this.keys.areWaiting) this.draw();
  }

  /** Waits for what the person does next. Ctrl-Z and Ctrl-L do here what they do everywhere. */
  async next(): Promise<Press> {
    for (;;) {
      this.drawIfDue();
      const press = await this.keys.next();
      if (press.kind !== 'key') return press;
      if (press.name === 'ctrl-l') this.draw();
      else if (press.name === 'ctrl-z') this.stop();
      else return press;
    }
  }

  /** Gives the terminal back as it was. */
  close(): void {
    this.leave();
    this.keys.close();
    this.listen('off');
  }

  private listen(how: 'on' | 'off'): void {
    const { display, process } = this.terminal;
    display[how]('resize', this.draw);
    // A display that is gone is no error here: the input ends as well.
    display[how]('error', ignore);
    process[how]('exit', this.leave);
    process[how]('SIGCONT', this.onContinued);
    process[how]('SIGINT', this.onInterrupted);
    process[how]('SIGTERM', this.onTerminated);
    // No SIGHUP: where it is handled and the terminal is gone, Node 20 aborts on its way out.
  }

  /** Draws the view at once, as where what it shows has changed. */
  readonly draw = (): void => {
    if (!this.isOpen) return;
    this.isStale = false;
    const { columns, rows } = sizeOf(this.terminal);
    const made = this.view({ columns, rows, measure: this.measure });
    this.terminal.display.write(drawn(made, rows, this.palette));
  };

  private enter(): void {
    this.isOpen = true;
    this.terminal.keyboard.setRawMode?.(true);
    this.terminal.display.write(ENTER);
    this.draw();
  }

  private readonly leave = (): void => {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.terminal.keyboard.setRawMode?.(false);
    this.terminal.display.write(LEAVE);
  };

  /** Stops until the shell continues it; where no shell would, the signal does nothing. */
  private stop(): void {
    this.leave();
    this.terminal.process.kill(0, 'SIGTSTP');
    this.enter();
  }

  /** A shell has used the terminal meanwhile, and left it in its own mode. */
  private readonly onContinued = (): void => {
    this.leave();
    this.enter();
  };

  private readonly onInterrupted = (): void => this.endBy('SIGINT');
  private readonly onTerminated = (): void => this.endBy('SIGTERM');

  /** Ends the process by a signal that it got, as it would without a screen. */
  private endBy(signal: NodeJS.Signals): void {
    this.close();
    this.terminal.process.kill(this.terminal.process.pid, signal);
  }
}

const ignore = () => undefined;

const sizeOf = ({ display: { columns, rows } }: Terminal) => ({ columns: columns || 80, rows: rows || 24 });

/** Does something with a screen of its own, and gives the terminal back however that ends. */
export async function withScreen<T>(
  terminal: Terminal,
  palette: Palette,
  use: (screen: Screen) => Promise<T>,
): Promise<T> {
  const screen = new Screen(terminal, palette, await measureForAny());
  try {
    return await use(screen);
  } finally {
    screen.close();
  }
}
