/** Characters that reorder or hide what is shown (Unicode UAX #9), and the two line separators. */
const HIDDEN = '\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069';
const UNSAFE = new RegExp(`[\\u0000-\\u001f\\u007f-\\u009f${HIDDEN}]`, 'g');
const UNSAFE_BETWEEN_LINES = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f${HIDDEN}]`, 'g');
const UNSAFE_IN_JSON = new RegExp(`[\\u007f-\\u009f${HIDDEN}]`, 'g');

const unicode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text on one line that cannot drive a terminal: white space as one space, controls and direction overrides as \uXXXX. */
export function oneLine(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[\t\n\r]+/g, ' ').replace(UNSAFE, unicode);
}

/** Whether a text holds C1 or bidirectional control characters. */
export const hasHidden = (text: string): boolean => text.search(UNSAFE_IN_JSON) !== -1;

/** JSON text with C1 and bidirectional control characters escaped too; it means the same to a JSON reader. */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE_IN_JSON, unicode);
}

/** Text for programs, whose tabs and line feeds stay; in JSON, what is escaped means the same. */
export function forPrograms(text: string): string {
  return text.replace(UNSAFE_BETWEEN_LINES, unicode);
}

/** Text whose tabs and line breaks stay, as in CSV or a diff; all else that could drive a terminal is escaped. */
export function keepLines(text: string): string {
  return text.replace(UNSAFE, (c) => (c === '\n' || c === '\r' || c === '\t' ? c : unicode(c)));
}
