import type { Fault } from '../model/fault.ts';
import { lineIndex } from './line-index.ts';

/** What is wrong in a file, for people: `file:line:col: message`, one for each fault. */
export function faultLines(file: string, text: string, faults: readonly Fault[]): string[] {
  const placeOf = lineIndex(text);
  return faults.map(({ offset, message }) => {
    const { line, column } = placeOf(offset);
    return `${file}:${line}:${column}: ${message}`;
  });
}
