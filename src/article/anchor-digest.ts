import { digest } from '../text/digest.ts';

/**
 * A text as digests and quotes see it, so that another typesetting of the same words changes nothing: NFKC, marks that
 * do not show left out, quotes and dashes plain, white space single. Case is kept.
 */
export function foldForAnchor(text: string): string {
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

/** The digest of a sentence that anchors hold: `sha256-` and 16 hexadecimal digits. */
export const anchorDigest = (sentence: string): string => `sha256-${digest(foldForAnchor(sentence))}`;
