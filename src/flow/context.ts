import { localDay } from '../model/dates.ts';
import type { Output, World } from '../model/world.ts';
import type { Vantage } from '../query/rows.ts';
import { Config } from '../store/config.ts';
import { disk } from '../store/disk.ts';
import { colorLevel, type Palette, palette } from '../view/layout/palette.ts';

/** The options that every verb takes, before it or behind. */
export interface Globals {
  readonly file: readonly string[];
  readonly asOf: string | null;
  /** True or false by flag, undefined where the stream decides. */
  readonly color: boolean | undefined;
  readonly quiet: boolean;
}

/** What a verb works with: the world, the global options, and what follows from both. */
export interface Context {
  readonly world: World;
  readonly globals: Globals;
  readonly config: Config;
  /** The local calendar day, YYYY-MM-DD. */
  readonly today: string;
  readonly vantage: Vantage;
  readonly colors: Palette;
  /** The width to wrap results to; null where they do not go to a terminal. */
  readonly width: number | null;
  /** Writes a result to standard output: a text, or the pieces of one as they are made, until the reader goes away. */
  readonly print: (text: string | Iterable<string>) => Promise<void>;
  /** Tells the user something besides the result, on standard error; --quiet silences it. */
  readonly note: (text: string) => Promise<void>;
}

export async function contextOf(world: World, globals: Globals): Promise<Context> {
  const today = localDay(world.now());
  return {
    world,
    globals,
    config: new Config(disk, world.cwd),
    today,
    vantage: { day: globals.asOf ?? today, hidesLater: globals.asOf !== null },
    colors: await palette(colorLevel(world.stdout, world.env, globals.color)),
    width: world.stdout.isTerminal ? world.stdout.columns : null,
    print: (text) => printTo(world.stdout, typeof text === 'string' ? [text] : text),
    note: async (text) => {
      if (!globals.quiet) await world.stderr.write(`${text}\n`);
    },
  };
}

/** In UTF-16 units: small enough to hold nothing up, large enough to cost few calls. */
const CHUNK = 65_536;

async function printTo(output: Output, pieces: Iterable<string>): Promise<void> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    if (!(await output.write(chunk))) return;
    chunk = '';
  }
  await output.write(chunk);
}
