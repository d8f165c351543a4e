/** A stream that the program writes to. */
export interface Output {
  readonly isTerminal: boolean;
  /** The terminal's width in columns; 80 where it is not known. */
  readonly columns: number;
  /** The terminal's height in lines; 24 where it is not known. */
  readonly rows: number;
  /** How many colours the stream shows: chalk's levels, 0 to 3. */
  readonly colors: 0 | 1 | 2 | 3;
  /** Resolves once the text is taken: false where the reader has gone away, which is no error (`| head`). */
  write(text: string): Promise<boolean>;
  /** Shows text page by page, for as long as its reader wants; null where there is nothing to do so. */
  readonly page: Pager | null;
}

/**
 * Shows text page by page, and waits until its reader has seen enough.
 * @param pieces the text, to be shown one after the other
 * @returns false where that could not be done, and nothing was shown
 */
export type Pager = (pieces: readonly string[]) => boolean;

/** All that a command can see and touch besides files, so that tests can hand it another. */
export interface World {
  readonly cwd: string;
  /** Where to keep what can be made again at any time, absolute; null for nowhere. */
  readonly cacheFolder: string | null;
  /** Where to keep what was done, so that it can be undone, absolute; null for nowhere. */
  readonly stateFolder: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** All of standard input, as bytes. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** The lines of standard input as they come, for answers to questions. */
  readonly readLines: () => AsyncIterable<string>;
  /** The terminal that somebody sits at; null where standard input or output is none. */
  readonly terminal: () => Terminal | null;
}

/** Where the program writes. Only the printers have them: no verb writes past what makes its text safe. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Where keys come from: standard input, or a stream that stands in for it. */
export type Keyboard = NodeJS.ReadableStream & {
  /** Has keys handed out one by one, without the terminal acting on them; only a terminal has it. */
  setRawMode?(isRaw: boolean): unknown;
};

/** The terminal at which a person works key by key. */
export interface Terminal {
  readonly keyboard: Keyboard;
  /** Hears of `resize`. */
  readonly display: NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number };
  /** The process, which hears of signals and of its end. */
  readonly process: Happenings & {
    /** Sends a signal to a process; 0 for this one and those started with it. */
    kill(pid: number, signal: NodeJS.Signals): unknown;
    readonly pid: number;
  };
}

interface Happenings {
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}
