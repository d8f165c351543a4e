/** A word as it is typed to a POSIX shell, which takes nothing in it for its own. */
export const shellWord = (word: string): string =>
  /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
