import { sep } from 'node:path';

/** Whether a path stays where it says, which no tree need keep to that git has not made itself. */
export const isPlain = (path: string) =>
  path.split('/').every((part) => !['', '.', '..'].includes(part) && (sep === '/' || !part.includes(sep)));

/** A path from its bytes, one a character; null where they are not UTF-8, for no ledger is found by such a one. */
export function fromUtf8(latin1: string): string | null {
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return null;
  }
}
