import { END, LIST, MAP, type NodeKind, NULL, SCALAR } from '../scanner.ts';
import {
  BRACE,
  BRACKET,
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COMMA,
  CR,
  DOUBLE_QUOTE,
  FOLDED,
  HASH,
  LF,
  LITERAL,
  ODD,
  QUOTE,
  SPACE,
} from './cursor.ts';
import { NULLS, ScalarReader } from './scalar-reader.ts';

/** A key as nearly everyone writes it, before its colon. */
const KEY = /[A-Za-z][\w-]{0,63}(?=:(?:[ \r\n]|$))/y;
/** How deep collections may stand in one another; what is deeper is odd. */
const DEEPEST = 50;

/** Reads mappings and lists, in lines of their own or in brackets and braces, node by node in their order. */
export abstract class CollectionReader extends ScalarReader {
  private depth = 0;

  /** Takes a node as the reader comes by it; see `Node`. */
  protected abstract add(kind: NodeKind, start: number, line: number, value: string): void;

  /** Starts anew after what was odd. */
  protected forgetDepth(): void {
    this.depth = 0;
  }

  /** Reads a key that stands here and its colon. */
  protected key(): string {
    if (!this.isKey()) throw ODD;
    const key = this.text.slice(this.at, KEY.lastIndex);
    if (key.length === 4 && NULLS.includes(key)) throw ODD;
    this.at = KEY.lastIndex + 1;
    return key;
  }

  private isKey(): boolean {
    KEY.lastIndex = this.at;
    return KEY.test(this.text);
  }

  /** Reads the keys at a column, from the first one on, with their values. */
  protected map(column: number): void {
    this.open(MAP);
    do {
      const { at, line } = this;
      this.add(SCALAR, at, line, this.key());
      this.valueBehindKey(column);
    } while (this.column === column);
    this.close(column);
  }

  /** Reads the items whose dashes stand at a column. */
  private list(column: number): void {
    this.open(LIST);
    while (this.column === column && this.isDash()) this.item(column);
    this.close(column);
  }

  private open(kind: NodeKind): void {
    if (++this.depth > DEEPEST) throw ODD;
    this.add(kind, this.at, this.line, '');
  }

  private close(column: number): void {
    if (this.column > column) throw ODD;
    this.depth--;
    this.add(END, -1, 0, '');
  }

  /** Reads the item after a dash. */
  protected item(column: number): void {
    const { text } = this;
    const dash = this.at;
    while (text.charCodeAt(++this.at) === SPACE);
    const code = text.charCodeAt(this.at);
    if (code === LF || code === CR || code === HASH) throw ODD;
    if (code === BRACE || code === BRACKET) {
      this.flow();
      this.endLine();
      if (this.column > column) throw ODD;
    } else if (this.isKey()) this.map(column + this.at - dash);
    else this.scalarNode(column);
  }

  /** Reads what stands after a key's colon, and moves to the next content. */
  protected valueBehindKey(column: number): void {
    if (this.isLineEnd()) {
      this.endLine();
      if (this.column < column || (this.column === column && !this.isDash())) this.add(NULL, -1, 0, '');
      else if (this.isDash()) this.list(this.column);
      else this.map(this.column);
      return;
    }
    this.skipBlanks();
    const code = this.text.charCodeAt(this.at);
    if (code === BRACKET || code === BRACE) {
      this.flow();
      this.endLine();
    } else if (code === LITERAL || code === FOLDED) {
      const value = this.block(column, code === FOLDED);
      this.add(SCALAR, this.blockStart, 0, value);
    } else this.scalarNode(column);
  }

  private scalarNode(column: number): void {
    const { at } = this;
    const value = this.scalar(column);
    this.add(value === null ? NULL : SCALAR, at, 0, value ?? '');
  }

  /** Reads a collection in brackets or braces that ends on its line. */
  protected flow(): void {
    const { text } = this;
    const isList = text.charCodeAt(this.at) === BRACKET;
    const closing = isList ? CLOSING_BRACKET : CLOSING_BRACE;
    this.open(isList ? LIST : MAP);
    this.at++;
    for (;;) {
      this.skipBlanks();
      if (text.charCodeAt(this.at) === closing) break;
      if (!isList) {
        const { at } = this;
        this.add(SCALAR, at, 0, this.key());
        this.skipBlanks();
      }
      this.flowValue();
      this.skipBlanks();
      const code = text.charCodeAt(this.at);
      if (code === closing) break;
      if (code !== COMMA) throw ODD;
      this.at++;
    }
    this.at++;
    this.depth--;
    this.add(END, -1, 0, '');
  }

  private flowValue(): void {
    const { at } = this;
    const code = this.text.charCodeAt(at);
    if (code === BRACKET || code === BRACE) {
      this.flow();
      return;
    }
    const value = code === DOUBLE_QUOTE || code === QUOTE ? this.quoted(code) : this.flowPlain();
    this.add(value === null ? NULL : SCALAR, at, 0, value ?? '');
  }
}
