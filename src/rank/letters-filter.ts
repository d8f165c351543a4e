/** How many letters are looked at, at most. */
const SIZE = 3;

/** Tells quickly of most words that they do not have any of the letters wanted; what it lets through is to be looked at. */
export class LettersFilter {
  private readonly wanted = new Uint8Array(1 << 16);
  private hasShort = false;

  /** Some letters that follow one another; the first three of them count. */
  add(letters: string): void {
    if (letters.length < SIZE) this.hasShort = true;
    else this.wanted[keyAt(letters, 0)] = 1;
  }

  /** Whether a word may begin with some of them. */
  mayBegin(word: string): boolean {
    return word.length < SIZE ? this.hasShort : this.wanted[keyAt(word, 0)] === 1;
  }

  /** Whether some of them may be anywhere in a word. */
  mayBeIn(word: string): boolean {
    if (this.hasShort || word.length < SIZE) return this.hasShort;
    for (let at = 0; at + SIZE <= word.length; at++) if (this.wanted[keyAt(word, at)] === 1) return true;
    return false;
  }
}

const keyAt = (word: string, at: number): number =>
  (word.charCodeAt(at) * 1369 + word.charCodeAt(at + 1) * 37 + word.charCodeAt(at + 2)) & 0xffff;
