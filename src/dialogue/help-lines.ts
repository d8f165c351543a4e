import { nameOf } from '../options/option.ts';
import type { AnswerForm } from './answer.ts';

type Explained = Readonly<Record<string, AnswerForm & { readonly what: string }>>;

/** What each answer of a table does, a line each, as it is typed. */
export const helpLines = (verbs: Explained): string[] =>
  inColumns(
    Object.entries(verbs).map(([verb, { operand, fields, what }]) => {
      const names = Object.keys(fields).map(nameOf);
      const more = names.length > 0 ? ` (${names.join(', ')})` : '';
      return [operand === null ? verb : `${verb} ${operand.toUpperCase()}`, what + more];
    }),
  );

/** The same as it is given by keys. @param others keys that are no verbs, each with what it does */
export const keyLines = (verbs: Explained, others: Readonly<Record<string, string>>): string[] =>
  inColumns([...Object.entries(verbs).map(([verb, { what }]) => [verb, what] as const), ...Object.entries(others)]);

function inColumns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([{ length }]) => length));
  return lines.map(([typed, what]) => `${typed.padEnd(width)}  ${what}`);
}
