import { plainLetters } from './plain-letters.ts';

/**
 * A text as digests and quotes see it, so that another typesetting of the same words changes nothing: NFKC, marks that
 * do not show left out, quotes and dashes plain, white space single. Case is kept.
 */
export function foldTypesetting(text: string): string {
  if (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u2018-\u201b\u2032\u02bc]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text with typesetting, case and accents set aside, for comparing as a reader would. */
export function fold(text: string): string {
  const plain = foldTypesetting(text);
  if (/^[\x20-\x7e]*$/.test(plain)) return plain.toLowerCase();
  return plainLetters(plain.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/ς/g, 'σ'));
}
