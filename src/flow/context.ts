import type { World } from '../model/world.ts';
import type { Vantage } from '../query/rows.ts';
import { Config } from '../store/config.ts';
import { disk } from '../store/disk.ts';
import type { Palette } from '../view/layout/palette.ts';
import type { Page, Text } from '../view/page.ts';
import type { Printer } from '../view/printer.ts';
import { todayOf } from './today.ts';

/** What was typed for any verb. */
export interface Globals {
  readonly file: readonly string[];
  readonly asOf: string | null;
  readonly quiet: boolean;
}

/** What a verb works with: the world, the global options, and what follows from both. Results are returned, not printed. */
export interface Context {
  readonly world: World;
  readonly globals: Globals;
  /** The words of the command, after the program's name. */
  readonly words: readonly string[];
  readonly config: Config;
  /** The local calendar day, YYYY-MM-DD. */
  readonly today: string;
  readonly vantage: Vantage;
  /** Whether results go to a terminal, so that somebody may be asked. */
  readonly isInteractive: boolean;
  /** How a screen of its own is painted. */
  readonly palette: Palette;
  /** Tells the user something while the work goes on, on standard error; --quiet silences it. */
  readonly note: (text: Text) => Promise<void>;
  /** Shows how far the work is, in a line that the next one takes the place of; null takes it away. */
  readonly progress: ((text: string | null) => Promise<void>) | null;
  /** Asks the user something, on standard error: a page, and a line to type the answer on. */
  readonly ask: { readonly page: (page: Page) => Promise<void>; readonly prompt: (text: string) => Promise<void> };
}

/**
 * @param words of the command, after the program's name
 * @param stdout where results go
 * @param stderr where notes and questions go
 */
export function contextOf(
  world: World,
  globals: Globals,
  words: readonly string[],
  stdout: Printer,
  stderr: Printer,
): Context {
  const today = todayOf(world);
  return {
    world,
    globals,
    words,
    config: new Config(disk, world.cwd),
    today,
    vantage: { day: globals.asOf ?? today, hidesLater: globals.asOf !== null },
    isInteractive: stdout.isTerminal,
    palette: stdout.palette,
    note: async (text) => {
      if (!globals.quiet) await stderr.lines(text);
    },
    progress: stderr.isTerminal && !globals.quiet ? (text) => stderr.passing(text) : null,
    ask: { page: (page) => stderr.page(page), prompt: (text) => stderr.prompt(text) },
  };
}
