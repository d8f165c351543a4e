/**
 * Distinct spellings with a number each, found by their characters: no word has to be cut out of its text to be looked
 * up, which takes most of the time where there are millions.
 */
export class Spellings {
  /** By number. */
  readonly texts: string[] = [];
  private hashes = new Int32Array(1 << 14);
  /** An open table: a spelling's number and one more, or 0, at the first free place from its hash on. */
  private table = new Int32Array(1 << 15);

  /**
   * The number of the spelling at a place in a text; a new one has the next number.
   * @param hash by `hashOf`
   */
  numberOf(text: string, start: number, end: number, hash: number): number {
    const { texts, table, hashes } = this;
    const mask = table.length - 1;
    for (let place = placeOf(hash, mask); ; place = (place + 1) & mask) {
      const number = (table[place] ?? 0) - 1;
      if (number === -1) return this.learn(text.slice(start, end), hash, place);
      if (hashes[number] === hash && isAt(texts[number] ?? '', text, start, end)) return number;
    }
  }

  private learn(spelling: string, hash: number, place: number): number {
    const number = this.texts.push(spelling) - 1;
    if (number === this.hashes.length) {
      const larger = new Int32Array(2 * number);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[number] = hash;
    this.table[place] = number + 1;
    if (2 * number > this.table.length) this.spread();
    return number;
  }

  private spread(): void {
    const table = new Int32Array(4 * this.table.length);
    const mask = table.length - 1;
    for (let number = 0; number < this.texts.length; number++) {
      let place = placeOf(this.hashes[number] ?? 0, mask);
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = number + 1;
    }
    this.table = table;
  }
}

const placeOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;

function isAt(spelling: string, text: string, start: number, end: number): boolean {
  if (spelling.length !== end - start) return false;
  for (let at = start; at < end; at++) if (spelling.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}
