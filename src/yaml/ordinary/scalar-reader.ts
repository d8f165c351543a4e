import {
  BACKSLASH,
  BRACE,
  BRACKET,
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COLON,
  COMMA,
  CR,
  Cursor,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  LF,
  ODD,
  QUOTE,
  SPACE,
  TAB,
} from './cursor.ts';

/** What a plain scalar may not start with here; YAML 1.2 allows a few of them at times. */
const INDICATORS = new Set(Array.from('-?:,[]{}#&*!|>\'"%@`', (character) => character.charCodeAt(0)));
/** The beginning of a plain scalar within brackets, as far as it needs no closer look. */
const FLOW_WORDS = /[\w.-]*/y;
export const NULLS: readonly string[] = ['~', 'null', 'Null', 'NULL'];

/** Reads scalars as text; null is YAML's null. */
export class ScalarReader extends Cursor {
  /** Where the block text that was read last begins, after its header. */
  protected blockStart = 0;
  /** Whether the scalar that was read last stands without quotes. */
  protected isPlain = false;

  /** Reads a scalar in quotes or plain, and moves to the next content; null where it is YAML's null. */
  protected scalar(column: number): string | null {
    const code = this.text.charCodeAt(this.at);
    if (code !== DOUBLE_QUOTE && code !== QUOTE) return this.plain(column);
    const raw = this.quoted(code);
    this.endLine();
    // A value further in would belong to a scalar in several lines, which quotes have ended.
    if (this.column > column) throw ODD;
    return raw;
  }

  /** Reads a scalar in quotes that ends on its line. */
  protected quoted(quote: number): string {
    const { text } = this;
    this.isPlain = false;
    const start = this.at + 1;
    let at = start;
    let isEscaped = false;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === DOUBLE_QUOTE || text.charCodeAt(at + 1) !== QUOTE) break;
        isEscaped = true;
        at++;
      } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        isEscaped = true;
        at++;
      } else if (code === LF || code === CR || at >= text.length) throw ODD;
    }
    this.at = at + 1;
    const raw = text.slice(start, at);
    if (!isEscaped) return raw;
    return quote === QUOTE ? raw.replaceAll("''", "'") : unescaped(raw);
  }

  /** Reads a plain scalar, also one that goes on in further lines, and moves to the next content. */
  protected plain(column: number): string | null {
    const { text } = this;
    this.isPlain = true;
    if (INDICATORS.has(text.charCodeAt(this.at))) throw ODD;
    let raw = this.plainLine();
    for (;;) {
      const { line } = this;
      const isCommented = text.charCodeAt(this.at) === SPACE;
      this.endLine();
      if (this.column <= column) break;
      // A comment ends a scalar, and so does, in ordinary texts, a blank line.
      if (isCommented || this.line > line + 1) throw ODD;
      raw += ` ${this.plainLine()}`;
    }
    return raw.length <= 4 && NULLS.includes(raw) ? null : raw;
  }

  /** Reads a plain scalar as far as it stands on one line, and moves to the line's end or to the comment after it. */
  private plainLine(): string {
    const { text } = this;
    const start = this.at;
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    else if (text.charCodeAt(end - 1) === CR) end--;
    const line = text.slice(start, end);
    const comment = line.indexOf(' #');
    if (comment !== -1) end = start + comment;
    this.at = end;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    const raw = text.slice(start, end);
    if (raw.includes(': ') || raw.endsWith(':') || line.includes('\t')) throw ODD;
    return raw;
  }

  /** Reads a block text, literal or folded, whose further indentation means nothing. */
  protected block(column: number, isFolded: boolean): string {
    const { text } = this;
    this.isPlain = false;
    const keepsBreak = text.charCodeAt(++this.at) !== DASH;
    if (!keepsBreak) this.at++;
    this.skipBlanks();
    if (text.charCodeAt(this.at) === CR) this.at++;
    if (text.charCodeAt(this.at) !== LF) throw ODD;
    let at = this.at + 1;
    this.line++;
    this.blockStart = at;
    let indent = -1;
    let value = '';
    let breaks = 0;
    for (;;) {
      const start = at;
      let code = text.charCodeAt(at);
      while (code === SPACE && (indent === -1 || at - start < indent)) code = text.charCodeAt(++at);
      const isBlank = code === LF || code === CR;
      if (at - start <= column && !isBlank) {
        at = start;
        break;
      }
      if (isBlank) {
        if (indent === -1) throw ODD;
        breaks++;
        at += code === CR ? 2 : 1;
        this.line++;
        continue;
      }
      if (indent === -1) indent = at - start;
      // Lines that stand further in, or too little, and blanks on lines of their own.
      if (at - start < indent || (code === SPACE && (isFolded || isBlankLine(text, at))) || code === TAB) throw ODD;
      const end = text.indexOf('\n', at);
      if (end === -1) throw ODD;
      const line = text.slice(at, text.charCodeAt(end - 1) === CR ? end - 1 : end);
      if (value !== '') value += isFolded && breaks === 0 ? ' ' : '\n'.repeat(isFolded ? breaks : breaks + 1);
      value += line;
      breaks = 0;
      at = end + 1;
      this.line++;
    }
    if (indent === -1) throw ODD;
    this.at = at;
    this.toContent();
    return keepsBreak ? `${value}\n` : value;
  }

  /** Reads a plain scalar within brackets or braces. */
  protected flowPlain(): string | null {
    const { text } = this;
    this.isPlain = true;
    const start = this.at;
    if (INDICATORS.has(text.charCodeAt(start))) throw ODD;
    FLOW_WORDS.lastIndex = start;
    FLOW_WORDS.test(text);
    let end = FLOW_WORDS.lastIndex;
    for (let at = end; ; at++) {
      const code = text.charCodeAt(at);
      if (code === COMMA || code === CLOSING_BRACKET || code === CLOSING_BRACE) break;
      if (code === SPACE) continue;
      if (code < SPACE || code === BRACKET || code === BRACE || at >= text.length) throw ODD;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) throw ODD;
      if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE || next < SPACE || INDICATORS.has(next)) throw ODD;
      }
      end = at + 1;
    }
    this.at = end;
    const raw = text.slice(start, end);
    return raw.length <= 4 && NULLS.includes(raw) ? null : raw;
  }
}

/** Whether there is nothing but blanks from here to the end of the line. */
function isBlankLine(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
  const code = text.charCodeAt(at);
  return code === LF || code === CR || at >= text.length;
}

/** What stands in double quotes, unescaped: JSON's escapes mean the same in YAML 1.2. */
function unescaped(raw: string): string {
  let value: string;
  try {
    value = JSON.parse(`"${raw}"`);
  } catch {
    throw ODD;
  }
  if (!value.isWellFormed()) throw ODD;
  return value;
}
