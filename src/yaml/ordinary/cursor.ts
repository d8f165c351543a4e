/** Thrown, without the cost of an error, where a piece of the text is not ordinary. */
export const ODD = { isOdd: true };

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const QUOTE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSING_BRACKET = 93;
export const LITERAL = 124;
export const FOLDED = 62;
export const BRACE = 123;
export const CLOSING_BRACE = 125;

/** Blanks by their number; where lines stand further in than this, they are counted. */
const MARGINS = Array.from({ length: 33 }, (_, column) => ' '.repeat(column));

/** A place in a text that moves from content to content, line by line; what is not ordinary on its way is thrown. */
export class Cursor {
  readonly text: string;
  /** Between values, at the first character of a line's content. */
  protected at = 0;
  /** From 1. */
  protected line = 1;
  /** The column of that content, from 0; -1 at the end of the text. */
  protected column = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves to the next content from the start of a line, over blank lines and comments. */
  protected toContent(): void {
    const { text } = this;
    let at = this.at;
    // Nearly always the next line is as far in as this one was, and many calls fewer for it.
    const margin = MARGINS[this.column];
    const expected = at + this.column;
    if (margin !== undefined && text.charCodeAt(expected) > COMMA && text.startsWith(margin, at)) {
      this.at = expected;
      return;
    }
    for (;;) {
      const start = at;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (code === HASH) {
        at = text.indexOf('\n', at);
        if (at === -1) at = text.length;
        code = text.charCodeAt(at);
      } else if (code === CR) code = text.charCodeAt(++at);
      if (code === LF) {
        this.line++;
        at++;
        continue;
      }
      if (code === TAB) throw ODD;
      this.column = at === text.length ? -1 : at - start;
      this.at = at;
      return;
    }
  }

  /** Behind a value: nothing but a comment may follow on its line. Moves to the next content. */
  protected endLine(): void {
    const { text } = this;
    let at = this.at;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    if (code === HASH && at > this.at) {
      at = text.indexOf('\n', at);
      if (at === -1) at = text.length;
      code = text.charCodeAt(at);
    }
    if (code === CR) code = text.charCodeAt(++at);
    if (code === LF) {
      this.line++;
      at++;
    } else if (at < text.length) throw ODD;
    this.at = at;
    this.toContent();
  }

  protected skipBlanks(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  /** Whether a dash stands here that starts an item. */
  protected isDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && this.text.charCodeAt(this.at + 1) === SPACE;
  }

  /** Whether nothing but a comment follows on the line. */
  protected isLineEnd(): boolean {
    const { text } = this;
    let at = this.at;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    return code === LF || code === CR || (code === HASH && at > this.at) || at >= text.length;
  }
}
