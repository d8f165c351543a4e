import { type Measure, measureFor } from '../text/measure.ts';
import type { Block } from './article.ts';

/** A line this long, in columns, is no line of text that was wrapped. */
const LONGEST_WRAPPED = 100;

/**
 * The blocks of plain text. Where it has blank lines between blocks, one whose lines are all short was wrapped, and a line
 * break in it is a space; elsewhere each line that is not empty is a block.
 */
export async function plainBlocks(text: string): Promise<Block[]> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim());
  const groups = groupsOf(lines);
  const blocks = groups.length > 1 ? unwrapped(groups, await measureFor(groups.flat())) : groups.flat();
  return blocks.map((block) => ({ text: block, isHeading: null }));
}

/** Lines that no blank line separates. */
function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line !== '') groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

const unwrapped = (groups: readonly string[][], { width }: Measure): string[] =>
  groups.flatMap((group) => (group.every((line) => width(line) <= LONGEST_WRAPPED) ? group.join(' ') : group));
