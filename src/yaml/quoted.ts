/** A text in whichever quotes it can stand in as it is. */
export function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
