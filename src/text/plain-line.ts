/** Controls, and characters that reorder or hide what is shown; a name or a title has none. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ud800-\udfff]/gu;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Text on one line, without what is not seen. */
export const plainLine = (text: string): string =>
  text.replace(UNSEEN, '').replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim();
