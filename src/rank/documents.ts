import { findSpellings, hashOf, roomFor, STRIDE } from './find-spellings.ts';
import { Spellings } from './spellings.ts';
import { wordsOf } from './words.ts';

/** Texts as the numbers of their words: each distinct spelling is looked at once, however often it stands there. */
export class Documents {
  private readonly vocabulary = new Spellings();
  private readonly spellings = new Spellings();
  /** By a spelling's number, its word; `SEVERAL` where it is none or several. */
  private wordOf = new Int32Array(1 << 14);
  /** The words of these, by the spelling's number. */
  private readonly several = new Map<number, readonly number[]>();
  private found = new Int32Array(1024);
  private text = new Int32Array(1 << 14);
  /** Where each text ends, and the next one begins. */
  private readonly ends: number[] = [0];

  /** All distinct words; a word's number is its index. */
  get words(): readonly string[] {
    return this.vocabulary.texts;
  }

  get count(): number {
    return this.ends.length - 1;
  }

  /** Adds a text of several parts; its number is the count before. */
  add(parts: readonly string[]): void {
    let end = this.ends[this.count] ?? 0;
    for (const part of parts) {
      if (this.found.length < roomFor(part)) this.found = new Int32Array(2 * roomFor(part));
      const { found } = this;
      const count = findSpellings(part, found);
      for (let at = 0; at < count; at += STRIDE) {
        const known = this.spellings.texts.length;
        const spelling = this.spellings.numberOf(part, found[at] ?? 0, found[at + 1] ?? 0, found[at + 2] ?? 0);
        if (spelling === known) this.learn(spelling);
        const word = this.wordOf[spelling] ?? SEVERAL;
        if (word !== SEVERAL) {
          if (end === this.text.length) this.grow(end + 1);
          this.text[end++] = word;
          continue;
        }
        const words = this.several.get(spelling) ?? [];
        if (end + words.length > this.text.length) this.grow(end + words.length);
        for (let each = 0; each < words.length; each++) this.text[end++] = words[each] ?? 0;
      }
    }
    this.ends.push(end);
  }

  /** The numbers of the words of all texts, one text after another. */
  get numbers(): Int32Array {
    return this.text;
  }

  /** Where among them a text begins, and the one before it ends. */
  startOf(document: number): number {
    return this.ends[document] ?? 0;
  }

  private learn(spelling: number): void {
    const words = wordsOf(this.spellings.texts[spelling] ?? '').map((word) =>
      this.vocabulary.numberOf(word, 0, word.length, hashOf(word)),
    );
    if (spelling === this.wordOf.length) this.wordOf = larger(this.wordOf, 2 * spelling);
    const [only] = words;
    if (only !== undefined && words.length === 1) this.wordOf[spelling] = only;
    else {
      this.wordOf[spelling] = SEVERAL;
      this.several.set(spelling, words);
    }
  }

  private grow(needed: number): void {
    this.text = larger(this.text, Math.max(needed, this.text.length * 2));
  }
}

const SEVERAL = -1;

function larger(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(numbers);
  return copy;
}
