import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/model/world.ts';

/** A terminal on streams: what is typed is written to it, and what it shows can be read as text. */
export class FakeTerminal implements Terminal {
  /** What happened, in order: raw mode, the other screen, signals sent. */
  readonly happened: string[] = [];
  readonly keyboard = Object.assign(new PassThrough(), {
    setRawMode: (isRaw: boolean) => this.happened.push(isRaw ? 'raw' : 'cooked'),
  });
  readonly display = Object.assign(new PassThrough(), { columns: 80, rows: 24 });
  readonly process = Object.assign(new EventEmitter(), {
    pid: 4711,
    kill: (pid: number, signal: string) => this.happened.push(`${signal} to ${pid}`),
  });
  /** The rows on the screen, without styles. */
  rows: string[] = [];
  /** What stands before the cursor in its row; null while it is hidden. */
  beforeCursor: string | null = null;
  isBracketing = false;
  /** Whether a row that is too long goes on in the next one. */
  isWrapping = true;
  private row = 0;
  /** What stands before the place that is printed at, in its row. */
  private before = '';
  private saved = '';

  constructor() {
    this.display.setEncoding('utf8');
    this.display.on('data', (data: string) => this.take(data));
  }

  /** What is on the screen, without blanks at the ends of rows. */
  get text(): string {
    return this.rows.map((row) => row.trimEnd()).join('\n');
  }

  /** Types, and waits until that was dealt with. */
  async type(...chunks: readonly string[]): Promise<void> {
    for (const chunk of chunks) {
      this.keyboard.write(chunk);
      await settled();
    }
  }

  async resize(columns: number, rows: number): Promise<void> {
    Object.assign(this.display, { columns, rows });
    this.display.emit('resize');
    await settled();
  }

  private take(data: string): void {
    for (const [part, place, sequence] of data.matchAll(
      /\u001b\[(\d+);1H|(\u001b(?:\[[?\d;]*[a-zA-Z]|[78]))|[^\u001b]+/g,
    )) {
      if (sequence) this.obey(sequence);
      else if (place) this.goTo(Number(place) - 1);
      else {
        this.before += part;
        this.rows[this.row] = `${this.rows[this.row] ?? ''}${part}`;
      }
    }
  }

  private goTo(row: number): void {
    this.row = row;
    this.before = '';
  }

  private obey(sequence: string): void {
    if (sequence === '\u001b[2K') this.rows[this.row] = '';
    else if (sequence === '\u001b[J') this.rows.length = this.row;
    else if (sequence === '\u001b[2J') this.rows = [];
    else if (sequence === '\u001b7') this.saved = this.before;
    else if (sequence === '\u001b8') this.before = this.saved;
    else if (sequence === '\u001b[?25l') this.beforeCursor = null;
    else if (sequence === '\u001b[?25h') this.beforeCursor = this.before;
    else if (sequence === '\u001b[?2004h') this.isBracketing = true;
    else if (sequence === '\u001b[?2004l') this.isBracketing = false;
    else if (sequence === '\u001b[?7h') this.isWrapping = true;
    else if (sequence === '\u001b[?7l') this.isWrapping = false;
    else if (sequence === '\u001b[?1049h') this.happened.push('enter');
    else if (sequence === '\u001b[?1049l') this.happened.push('leave');
  }
}

/** Time for what is under way to be dealt with: the streams hand on by turns. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
};
