import type { Customs } from './customs.ts';

/** What comes after a sign that may end a sentence. */
export interface Following {
  /** The letters it begins with, or none where it is not a word. */
  word: string;
  /** Its first characters. */
  text: string;
}

const IS_INITIAL = /^\p{L}\./u;

/** Whether what follows begins a sentence even after an abbreviation: no word, or one that is hardly ever a name. */
export const startsSentence = ({ word, text }: Following, customs: Customs): boolean =>
  word === '' || (customs.starters.has(word.toLowerCase()) && !IS_INITIAL.test(text));
