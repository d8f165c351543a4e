import type { Block } from './article.ts';

/** The blocks of plain text: each line that is not empty. */
export function plainBlocks(text: string): Block[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, isHeading: null }));
}
