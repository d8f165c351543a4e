import type { Palette } from '../page/palette.ts';
import { keepLines } from '../text/escape.ts';

/**
 * What a write would change, as a unified diff that `patch -p1` and `git apply` take; coloured where asked for.
 * @param file the path as shown, with forward slashes
 */
export async function unifiedDiff(file: string, before: string, after: string, colors: Palette): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 });
  const lines = patch.split('\n').filter((line) => !line.startsWith('====') && !line.startsWith('Index: '));
  return lines.map((line) => paint(line.replace(/\t$/, ''), colors)).join('\n');
}

function paint(line: string, colors: Palette): string {
  const safe = keepLines(line);
  if (line.startsWith('+++') || line.startsWith('---')) return colors.name(safe);
  if (line.startsWith('+')) return colors.added(safe);
  if (line.startsWith('-')) return colors.removed(safe);
  return line.startsWith('@@') ? colors.hunk(safe) : safe;
}
