/** How much of a command is shown, in characters. */
const SHOWN = 72;

/** A command as people read it: words with blanks in them in quotes, and cut where it is long. */
export function commandShown(words: readonly string[]): string {
  const whole = words.map((word) => (/[\s"']|^$/.test(word) ? JSON.stringify(word) : word)).join(' ');
  const characters = Array.from(whole.slice(0, 4 * SHOWN));
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('').trimEnd()} …` : whole;
}
