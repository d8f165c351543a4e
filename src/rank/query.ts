import { piecesOf } from './units.ts';
import { spellingsIn, wordsOf } from './words.ts';

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
    const words = spellingsIn(text).flatMap((spelling) => {
      const found = wordsOf(spelling);
      for (const word of found) {
        if (!spellings.has(word)) spellings.set(word, found.length === 1 ? spelling.toLowerCase() : word);
      }
      return found;
    });
    return { text, words };
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
    passages: passagesOf(read).map(({ text, words }) => ({
      text,
      words: indexesOf(words, termOf),
      pieces: indexesOf(words.flatMap(piecesOf), pieces),
    })),
  };
}

interface Read {
  readonly text: string;
  readonly words: readonly string[];
}

/** Whole sentences joined; what is left at the end belongs to the last passage. */
function passagesOf(sentences: readonly Read[]): Read[] {
  const count = sentences.reduce((sum, { words }) => sum + words.length, 0);
  if (count <= LONG) return [];
  const passages: Read[] = [];
  for (const sentence of sentences) {
    const last = passages.at(-1);
    if (last === undefined || last.words.length >= PASSAGE) passages.push(sentence);
    else passages[passages.length - 1] = joined(last, sentence);
  }
  const [last, before] = [passages.at(-1), passages.at(-2)];
  if (last && before && last.words.length < PASSAGE) passages.splice(-2, 2, joined(before, last));
  return passages;
}

const joined = (one: Read, other: Read): Read => ({
  text: `${one.text} ${other.text}`,
  words: [...one.words, ...other.words],
});
