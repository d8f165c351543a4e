import type { Key } from 'node:readline';

/** What Node names differently, or not at all. */
const NAMES: Readonly<Record<string, string>> = { return: 'enter', '\u001f': 'ctrl-_' };

/**
 * The name of a key as Node reports it: the character that it types, or a word such as `enter`, `shift-tab`, `ctrl-a`
 * or `alt-left`. Several modifiers stand in this order: ctrl, alt, shift.
 * @param typed the character that the key types, if it does
 * @returns null for a sequence that is no key known here, such as a report of the terminal
 */
export function keyName(typed: string | undefined, key: Key): string | null {
  if (typed !== undefined && isPrinted(typed)) return typed;
  const name = NAMES[key.name ?? typed ?? ''] ?? key.name ?? null;
  if (name === null || name === 'undefined') return null;
  // An escape alone is reported as if Alt were held.
  if (name === 'escape') return name;
  return `${key.ctrl ? 'ctrl-' : ''}${key.meta ? 'alt-' : ''}${key.shift ? 'shift-' : ''}${name}`;
}

const isPrinted = (character: string) => character !== '' && !/[\u0000-\u001f\u007f-\u009f]/.test(character);
