import { spellingsIn } from './find-spellings.ts';
import { piecesOf } from './pieces.ts';
import { wordsOf } from './words.ts';

/** A part of a query, by the indexes of its distinct words and pieces. */
export interface Passage {
  readonly text: string;
  readonly words: readonly number[];
  readonly pieces: readonly number[];
}

/** A text to rank others by. */
export interface Query {
  /** Its distinct words. */
  readonly words: readonly string[];
  /** The words as they are spelled in it, in small letters, in the order of `words`. */
  readonly spellings: readonly string[];
  /** The distinct pieces of its words. */
  readonly pieces: readonly string[];
  /** Its parts where it is long; empty where it is not. */
  readonly passages: readonly Passage[];
}

/** A longer text is looked at in passages, of at least so many words. */
const LONG = 40;
const PASSAGE = 25;

/** @param sentences of the text, in their order; a headline is one */
export function queryOf(sentences: readonly string[]): Query {
  const spellings = new Map<string, string>();
  const pieces = new Map<string, number>();
  const termOf = new Map<string, number>();
  const read = sentences.map((text) => {
    let length = 0;
    const words = spellingsIn(text).flatMap((spelling) => {
      const found = wordsOf(spelling);
      length += Math.max(1, found.length);
      for (const word of found) {
        if (!spellings.has(word)) spellings.set(word, found.length === 1 ? spelling.toLowerCase() : word);
      }
      return found;
    });
    return { text, words, length };
  });
  for (const word of spellings.keys()) {
    termOf.set(word, termOf.size);
    for (const piece of piecesOf(word)) if (!pieces.has(piece)) pieces.set(piece, pieces.size);
  }
  const indexesOf = (of: readonly string[], among: ReadonlyMap<string, number>) =>
    [...new Set(of)].map((one) => among.get(one)).filter((at) => at !== undefined);
  return {
    words: [...spellings.keys()],
    spellings: [...spellings.values()],
    pieces: [...pieces.keys()],
    passages: passagesOf(read).map((run) => {
      const words = [...new Set(run.flatMap((sentence) => sentence.words))];
      return {
        text: run.map(({ text }) => text).join(' '),
        words: indexesOf(words, termOf),
        pieces: indexesOf(words.flatMap(piecesOf), pieces),
      };
    }),
  };
}

interface Read {
  readonly text: string;
  readonly words: readonly string[];
  /** In words, function words among them. */
  readonly length: number;
}

/**
 * From each sentence on, as many as make a passage, so that the best one begins and ends where it should. Those at the
 * end that are too few are in the passages before.
 */
function passagesOf(sentences: readonly Read[]): Read[][] {
  if (lengthOf(sentences) <= LONG) return [];
  const passages: Read[][] = [];
  let end = 0;
  for (const start of sentences.keys()) {
    while (end < sentences.length && lengthOf(sentences.slice(start, end)) < PASSAGE) end++;
    const run = sentences.slice(start, end);
    if (lengthOf(run) < PASSAGE) break;
    passages.push(run);
  }
  return passages;
}

const lengthOf = (sentences: readonly Read[]): number => sentences.reduce((sum, { length }) => sum + length, 0);
