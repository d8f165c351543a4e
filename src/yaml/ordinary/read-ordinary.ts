import type { Place } from '../../model/place.ts';
import type { CompiledShape, ListShape, RecordShape } from '../compiled-shape.ts';
import type { DraftRecord } from '../empty-record.ts';
import { ODD } from './cursor.ts';
import { NONE } from './keys.ts';
import { RecordReader } from './record-reader.ts';

/** A stretch of whole lines that holds one top-level key, or one item of a top-level list. */
export interface Piece {
  /** UTF-16 units from the start of the text. */
  readonly start: number;
  readonly end: number;
  /** The line it starts on, from 1. */
  readonly line: number;
  /** The position in its list. */
  readonly index: number;
}

/** Reads a piece by a shape with a whole YAML parser; null where the piece is not sound by itself. */
export type ReadPiece = (text: string, piece: Piece, shape: ListShape | RecordShape) => unknown;

/** Thrown where no piece can help; caught in this file, as is the other one. */
const HOPELESS = { isHopeless: true };
const NEEDS_PARSER = { needsParser: true };

/** What an ordinary text is free of: what YAML 1.2 does not count as printable, and a CR that no LF follows. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|\r(?!\n)/;
/** Of keys of the user's own, only that they are sound. */
const NO_KEYS: RecordShape = { type: 'record', title: 'key', keys: new Map(), oneOf: [] };

/**
 * Reads a sound ledger that is written in the ordinary way: block collections, values on one line, block texts, and
 * brackets and braces that open and close on one line. That is many times faster than a whole parser, and accepts
 * nothing that one would read otherwise. What is odd in one item goes to the parser by itself: in YAML 1.2, a line
 * that stands no further in than the dash of an item is no part of it (productions 63 and 183).
 * @param readPiece null to find out whether it is needed
 * @returns the ledger; null where the text is odd in a way that no piece can hold, or is not sound;
 *   `needsParser` where there are pieces for `readPiece`, and it is null
 */
export function readOrdinary(
  text: string,
  shape: RecordShape,
  readPiece: ReadPiece | null,
): { readonly value: unknown } | 'needsParser' | null {
  if (!text.isWellFormed() || UNPRINTABLE.test(text)) return null;
  try {
    return { value: new LedgerReader(text, readPiece).root(shape) };
  } catch (error) {
    if (error === NEEDS_PARSER) return 'needsParser';
    if (error === ODD || error === HOPELESS) return null;
    throw error;
  }
}

/** Reads the top level, where what is odd goes to the parser: an item of a list, or a key with its value. */
class LedgerReader extends RecordReader {
  private readonly readPiece: ReadPiece | null;

  constructor(text: string, readPiece: ReadPiece | null) {
    super(text);
    this.readPiece = readPiece;
  }

  root(shape: RecordShape): DraftRecord {
    this.toContent();
    if (this.text.startsWith('---', this.at) && this.column === 0) {
      this.at += 3;
      this.endLine();
    }
    if (this.column !== 0) throw ODD;
    const place = { start: this.at, line: this.line, index: 0, values: {}, faulty: NONE };
    this.values = place.values;
    const record = this.record(shape, 0, 0);
    record.place = place satisfies Place;
    return record;
  }

  protected override value(shape: CompiledShape, column: number, keyAt: number, key: string): unknown {
    if (column > 0) return super.value(shape, column, keyAt, key);
    const { line } = this;
    const read = () =>
      shape.type === 'list' && this.isLineEnd() ? this.topList(shape, keyAt) : super.value(shape, column, keyAt, key);
    const part: RecordShape = {
      type: 'record',
      title: key,
      keys: new Map([[key, { shape, required: false }]]),
      oneOf: [],
    };
    return this.orParsed(read, keyAt, line, part, (record) => {
      this.valueAt = (record.place as Place).values[key] as number | readonly number[];
      return record[key] ?? null;
    });
  }

  protected override passOwn(column: number, keyAt: number, line: number): void {
    if (column > 0) super.passOwn(column, keyAt, line);
    else
      this.orParsed(
        () => super.passOwn(column, keyAt, line),
        keyAt,
        line,
        NO_KEYS,
        () => null,
      );
  }

  /** What is read in the fast way, or, where that is odd, what the parser makes of a top-level key with its value. */
  private orParsed(
    read: () => unknown,
    keyAt: number,
    line: number,
    part: RecordShape,
    take: (record: DraftRecord) => unknown,
  ): unknown {
    try {
      return read();
    } catch (error) {
      if (error !== ODD) throw error;
      return take(this.parsed(keyAt, line, 0, 0, part) as DraftRecord);
    }
  }

  private topList(shape: ListShape, keyAt: number): unknown {
    this.endLine();
    if (!this.isDash()) {
      if (this.column > 0) throw ODD;
      this.valueAt = keyAt;
      return null;
    }
    const at = this.at;
    const { column } = this;
    const list: unknown[] = [];
    for (let index = 0; this.column === column && this.isDash(); index++) {
      const start = this.at - column;
      const { line } = this;
      try {
        const item = this.item(shape.item, column, index);
        if (item !== null) list.push(item);
      } catch (error) {
        if (error !== ODD) throw error;
        for (const item of this.parsed(start, line, column, index, shape) as unknown[]) list.push(item);
      }
    }
    if (this.column > 0) throw ODD;
    this.valueAt = at;
    return list;
  }

  /** Hands a piece to the parser, from the start of a line to the next content that stands no further in. */
  private parsed(start: number, line: number, column: number, index: number, shape: ListShape | RecordShape): unknown {
    if (this.readPiece === null) throw NEEDS_PARSER;
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
      isFlush = shape.type === 'record' && this.column === column && this.isDash();
    } while (this.column > column || isFlush);
    const value = this.readPiece(text, { start, end: this.at - Math.max(0, this.column), line, index }, shape);
    if (value === null) throw HOPELESS;
    return value;
  }
}
