import { spellingsIn, wordsOf } from './words.ts';

/** Texts as the numbers of their words: each distinct spelling is looked at once, however often it stands there. */
export class Documents {
  /** All distinct words; a word's number is its index. */
  readonly words: string[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly numbersOf = new Map<string, readonly number[]>();
  /** The words of all texts, one text after another. */
  private text = new Int32Array(1024);
  private readonly ends: number[] = [0];

  get count(): number {
    return this.ends.length - 1;
  }

  /** @returns the text's number, counted from 0 */
  add(...texts: readonly string[]): number {
    let end = this.ends[this.count] ?? 0;
    for (const text of texts) {
      for (const spelling of spellingsIn(text)) {
        const numbers = this.numbersOf.get(spelling) ?? this.learn(spelling);
        if (end + numbers.length > this.text.length) this.grow(end + numbers.length);
        for (const number of numbers) this.text[end++] = number;
      }
    }
    return this.ends.push(end) - 2;
  }

  /** The numbers of a text's words, in their order. */
  at(document: number): Int32Array {
    return this.text.subarray(this.ends[document], this.ends[document + 1]);
  }

  private learn(spelling: string): readonly number[] {
    const numbers = wordsOf(spelling).map((word) => {
      const known = this.numberOf.get(word);
      if (known !== undefined) return known;
      this.numberOf.set(word, this.words.length);
      return this.words.push(word) - 1;
    });
    this.numbersOf.set(spelling, numbers);
    return numbers;
  }

  private grow(needed: number): void {
    const larger = new Int32Array(Math.max(needed, this.text.length * 2));
    larger.set(this.text);
    this.text = larger;
  }
}
