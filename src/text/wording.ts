import { NEGATION } from './negation.ts';

/** What `ident` of gitattributes(5) writes into a file on checkout, for what stands as `$Id$` in the repository. */
const IDENT = /\$Id: [0-9a-f]{40}(?:[0-9a-f]{24})? \$/g;

/** Text with all set aside that layout alone changes: white space, Unicode form, what git puts in place of `$Id$`. */
export function wordingOf(text: string | null): string {
  if (text === null) return '';
  if (/^(?:[!-#%-~]+ )*[!-#%-~]+$/.test(text)) return text;
  return text.normalize('NFC').replace(IDENT, '$Id$').replace(/\s+/gu, ' ').trim();
}

/** Whether two texts differ in layout at most; no text is the same as a blank one. */
export const isSameWording = (one: string | null, other: string | null): boolean => wordingOf(one) === wordingOf(other);

const NUMBER = /\d+(?:[.,:/-]\d+)*/gu;
/** A capitalised word that does not open the sentence. */
const NAME = /(?<=[\p{Ll}\p{N},;:"'»”)] )["'«“(]?(\p{Lu}[\p{L}\p{N}.'-]*)/gu;

/** Which of the things that turn a statement into another one differ between two texts. */
export function tellingChanges(one: string, other: string): ('number' | 'negation' | 'name')[] {
  const kinds = { number: NUMBER, negation: NEGATION, name: NAME } as const;
  return (['number', 'negation', 'name'] as const).filter((kind) => {
    const found = (text: string) =>
      Array.from(text.replace(/[\u2018\u2019]/g, "'").matchAll(kinds[kind]), ([whole, part]) =>
        kind === 'name' ? part : whole.toLowerCase(),
      )
        .sort()
        .join('\n');
    return found(one) !== found(other);
  });
}
