import type { ColorSupportLevel } from 'chalk';
import type { Output } from '../../model/world.ts';
import type { Style } from '../page.ts';

/** How each style is painted. */
export type Palette = Readonly<Record<Style, (text: string) => string>>;

const plain = (text: string) => text;
const PLAIN: Palette = {
  confirmed: plain,
  pending: plain,
  refuted: plain,
  opinion: plain,
  name: plain,
  quiet: plain,
  heading: plain,
  alarm: plain,
  added: plain,
  removed: plain,
  hunk: plain,
};

/**
 * A palette for a level of colour: chalk's levels, 0 to 3. The terminal's own sixteen are used, so that light and dark
 * themes both fit.
 */
export async function palette(level: ColorSupportLevel): Promise<Palette> {
  if (level === 0) return PLAIN;
  // Loaded for colours only: scripts and pipes do not wait for it.
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  return {
    confirmed: chalk.green,
    pending: chalk.yellow,
    refuted: chalk.red,
    opinion: chalk.dim,
    name: chalk.bold,
    quiet: chalk.dim,
    heading: chalk.bold.underline,
    alarm: chalk.red,
    added: chalk.green,
    removed: chalk.red,
    hunk: chalk.cyan,
  };
}

/**
 * How many colours to use on a stream: a flag decides, else FORCE_COLOR, else NO_COLOR (no-color.org), else whether
 * it is a terminal.
 */
export function colorLevel(
  output: Output,
  env: Readonly<Record<string, string | undefined>>,
  flag: boolean | null,
): ColorSupportLevel {
  if (flag !== null) return flag ? output.colors || 1 : 0;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) {
    if (forced === '0' || forced === 'false') return 0;
    return forced === '2' ? 2 : forced === '3' ? 3 : 1;
  }
  if (env.NO_COLOR) return 0;
  return output.isTerminal ? output.colors : 0;
}

/** Whether a terminal shows blocks, as far as the locale tells (POSIX, section 8.2): not where that names no UTF-8. */
export function isUnicode({ LC_ALL, LC_CTYPE, LANG }: Readonly<Record<string, string | undefined>>): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}
