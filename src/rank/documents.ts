import { findSpellings, roomFor } from './find-spellings.ts';
import { Spellings } from './spellings.ts';
import { wordsOf } from './words.ts';

/** Texts as the numbers of their words: each distinct spelling is looked at once, however often it stands there. */
export class Documents {
  private readonly vocabulary = new Spellings();
  private readonly spellings = new Spellings();
  /** The words of a spelling, by its number. */
  private readonly numbersOf: (readonly number[])[] = [];
  private places = new Int32Array(1024);
  private text = new Int32Array(1024);
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
      if (this.places.length < roomFor(part)) this.places = new Int32Array(2 * roomFor(part));
      const count = findSpellings(part, this.places);
      for (let at = 0; at < count; at += 2) {
        const spelling = this.spellings.numberOf(part, this.places[at] ?? 0, this.places[at + 1] ?? 0);
        const numbers = this.numbersOf[spelling] ?? this.learn(spelling);
        if (end + numbers.length > this.text.length) this.grow(end + numbers.length);
        for (let each = 0; each < numbers.length; each++) this.text[end++] = numbers[each] ?? 0;
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

  private learn(spelling: number): readonly number[] {
    const numbers = wordsOf(this.spellings.texts[spelling] ?? '').map((word) =>
      this.vocabulary.numberOf(word, 0, word.length),
    );
    this.numbersOf[spelling] = numbers;
    return numbers;
  }

  private grow(needed: number): void {
    const larger = new Int32Array(Math.max(needed, this.text.length * 2));
    larger.set(this.text);
    this.text = larger;
  }
}
