import { END, LIST, MAP, type Node, type NodeKind, type Rescan, SCALAR, type Scanner } from '../scanner.ts';
import { CollectionReader } from './collection-reader.ts';
import { BRACE, ODD } from './cursor.ts';

/** A stretch of whole lines that holds one top-level key with its value, or one item of a top-level list. */
export interface Piece {
  /** UTF-16 units from the start of the text. */
  readonly start: number;
  readonly end: number;
}

/** Takes a piece apart with a whole YAML parser, by itself; null where it is not sound so. */
export type ScanPiece = (text: string, piece: Piece) => Scanner | null;

/** Thrown where there is a piece for a parser, and no parser. */
export const NEEDS_PARSER = { needsParser: true };

/** What an ordinary text is free of: what YAML 1.2 does not count as printable, and a CR that no LF follows. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|\r(?!\n)/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const NOWHERE: Node = { kind: END, start: -1, line: 0, value: '', isPlain: false };

/**
 * Scans a text that is written in the ordinary way: block collections, values on one line, block texts, and brackets
 * and braces that open and close on one line. That is many times faster than a whole parser, and takes nothing that one
 * would read otherwise. It goes on by one top-level key, or one item of a top-level list, at a time. What is odd in it
 * goes to the parser by itself: in YAML 1.2, a line that stands no further in than the dash of an item is no part of it
 * (productions 63 and 183). All that moves the cursor throws `ODD` where nothing of that helps.
 */
export class OrdinaryScanner extends CollectionReader implements Scanner {
  /** No alias is ordinary. */
  readonly budget = Number.POSITIVE_INFINITY;
  /** Null at the top level, which is scanned bit by bit, and where the parser took a piece apart. */
  rescan: Rescan | null = null;
  private readonly scanAgain: Rescan = (start) => new OrdinaryScanner(this.text, null, start);
  private readonly scanPiece: ScanPiece | null;
  /** Whether what follows what is scanned is nobody's business. */
  private readonly isPart: boolean;
  /** The column of the dashes of the top-level list that is gone through; -1 where there is none. */
  private dashes = -1;
  node: Node = NOWHERE;
  /** The nodes that were scanned last, used again and again, and which of them the cursor is on. */
  private readonly nodes: Mutable<Node>[] = [];
  private count = 0;
  private cursor = 0;

  /**
   * @param scanPiece null where no parser is there yet
   * @param start where a mapping begins that was scanned before, to scan it alone; null for the whole text
   * @throws ODD, as all that moves the cursor
   */
  constructor(text: string, scanPiece: ScanPiece | null, start: number | null = null) {
    super(text);
    this.scanPiece = scanPiece;
    this.isPart = start !== null;
    if (start === null) this.startDocument();
    else this.startAt(start);
    this.node = this.nodes[0] ?? NOWHERE;
  }

  next(): void {
    if (++this.cursor >= this.count && !this.isPart) {
      this.count = 0;
      this.cursor = 0;
      this.rescan = this.scanAgain;
      if (this.dashes === -1) this.topKey();
      else this.topItem();
    }
    this.node = this.nodes[this.cursor] ?? NOWHERE;
  }

  enter(): null {
    return null;
  }

  leave(): number {
    return 0;
  }

  protected override add(kind: NodeKind, start: number, line: number, value: string): void {
    const { isPlain } = this;
    const node = this.nodes[this.count++];
    if (node === undefined) {
      this.nodes.push({ kind, start, line, value, isPlain });
      return;
    }
    node.kind = kind;
    node.start = start;
    node.line = line;
    node.value = value;
    node.isPlain = isPlain;
  }

  private startDocument(): void {
    const { text } = this;
    if (!text.isWellFormed() || UNPRINTABLE.test(text)) throw ODD;
    this.toContent();
    if (text.startsWith('---', this.at) && this.column === 0) {
      this.at += 3;
      this.endLine();
    }
    if (this.column !== 0) throw ODD;
    this.add(MAP, this.at, this.line, '');
  }

  private startAt(start: number): void {
    this.at = start;
    this.rescan = this.scanAgain;
    if (this.text.charCodeAt(start) === BRACE) this.flow();
    else {
      this.column = start - (this.text.lastIndexOf('\n', start - 1) + 1);
      this.map(this.column);
    }
  }

  /** Scans a top-level key with its value, of a list only the start; or the end. */
  private topKey(): void {
    if (this.column === -1) {
      this.add(END, -1, 0, '');
      return;
    }
    if (this.column !== 0) throw ODD;
    const { at, line } = this;
    this.add(SCALAR, at, line, this.key());
    if (this.isLineEnd() && this.startsList()) return;
    this.orParsed(() => this.valueBehindKey(0), at, line, true);
    if (this.column > 0) throw ODD;
  }

  /** Moves to the first dash where a list stands below the key that was passed; stays where none does. */
  private startsList(): boolean {
    const { at, line, column } = this;
    this.endLine();
    if (this.isDash()) {
      this.dashes = this.column;
      this.add(LIST, this.at, this.line, '');
      return true;
    }
    this.at = at;
    this.line = line;
    this.column = column;
    return false;
  }

  /** Scans an item of the top-level list, or its end. */
  private topItem(): void {
    const { column } = this;
    if (column === this.dashes && this.isDash()) {
      this.orParsed(() => this.item(column), this.at - column, this.line, false);
      return;
    }
    if (column > 0) throw ODD;
    this.dashes = -1;
    this.add(END, -1, 0, '');
  }

  /** What is scanned, or, where that is odd, what the parser makes of the piece that starts there. */
  private orParsed(scan: () => void, start: number, line: number, isPair: boolean): void {
    const { count, column } = this;
    try {
      scan();
    } catch (error) {
      if (error !== ODD) throw error;
      if (this.scanPiece === null) throw NEEDS_PARSER;
      this.forgetDepth();
      this.rescan = null;
      this.count = isPair ? count - 1 : count;
      this.passPiece(start, line, column, isPair);
      const piece = this.scanPiece(this.text, { start, end: this.at - Math.max(0, this.column) });
      if (piece === null) throw ODD;
      this.take(piece, start, line);
    }
  }

  /** Moves from the start of a line to the next content that stands no further in. */
  private passPiece(start: number, line: number, column: number, isPair: boolean): void {
    const { text } = this;
    this.at = start;
    this.line = line;
    let isFlush = false;
    do {
      const end = text.indexOf('\n', this.at);
      this.at = end === -1 ? text.length : end + 1;
      if (end !== -1) this.line++;
      this.toContent();
      // The dashes of a list stand at the column of its key at times.
      isFlush = isPair && this.column === column && this.isDash();
    } while (this.column > column || isFlush);
  }

  /** Takes the nodes of a piece's outermost collection over, at their places in the whole text. */
  private take(piece: Scanner, start: number, line: number): void {
    piece.next();
    for (let depth = 0; ; piece.next()) {
      const { kind, start: offset, line: within, value, isPlain } = piece.node;
      if (kind === END && depth-- === 0) return;
      if (kind === LIST || kind === MAP) depth++;
      this.isPlain = isPlain;
      this.add(kind, offset < 0 ? offset : start + offset, kind === MAP ? line - 1 + within : 0, value);
    }
  }
}
