/**
 * The address that a feed writes, made absolute.
 * @param bases what it may be relative to, the nearest first; null for what is not known
 * @returns null where it is none of the web, or relative to nothing
 */
export function webAddress(written: string, ...bases: readonly (string | null)[]): string | null {
  const text = written.trim();
  if (text === '') return null;
  // As it is written, for that is how others know it, unless it holds what is not seen.
  if (/^https?:\/\/[^\s\p{C}/?#][^\s\p{C}]*$/iu.test(text)) return text;
  const url = [null, ...bases].map((base) => resolved(text, base)).find((one) => one !== null);
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : null;
}

function resolved(text: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(text) : new URL(text, base);
  } catch {
    return null;
  }
}
