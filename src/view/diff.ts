import { keepLines } from '../text/escape.ts';
import type { Palette } from './layout/palette.ts';

/**
 * What a write would change, as a unified diff that `patch -p1` and `git apply` take; coloured where asked for.
 * @param file the path as shown, with forward slashes; of a file elsewhere only its name is given
 * @param isForTerminal whether what could drive a terminal is escaped
 */
export async function unifiedDiff(
  file: string,
  before: string,
  after: string,
  colors: Palette,
  isForTerminal: boolean,
): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const name = file.startsWith('../') || file.startsWith('/') ? file.slice(file.lastIndexOf('/') + 1) : file;
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  const lines = patch.split('\n').filter((line) => !line.startsWith('====') && !line.startsWith('Index: '));
  return lines.map((line) => paint(line, colors, isForTerminal)).join('\n');
}

function paint(line: string, colors: Palette, isForTerminal: boolean): string {
  // A patch must hold the very text; a terminal must not obey it.
  const safe = isForTerminal ? keepLines(line) : line;
  if (/^(\+\+\+|---) [ab]\//.test(line)) return colors.name(safe.trimEnd());
  if (line.startsWith('+')) return colors.added(safe);
  if (line.startsWith('-')) return colors.removed(safe);
  return line.startsWith('@@') ? colors.hunk(safe) : safe;
}
