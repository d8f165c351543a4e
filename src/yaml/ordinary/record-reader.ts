import type { Place } from '../../model/place.ts';
import type { CompiledShape, RecordShape } from '../compiled-shape.ts';
import type { DraftRecord } from '../empty-record.ts';
import { BRACE, BRACKET, CR, FOLDED, HASH, LF, LITERAL, ODD, SPACE, TILDE } from './cursor.ts';
import { FlowReader, NOBODYS, type Places, TEXT } from './flow-reader.ts';
import { keysOf, NONE } from './keys.ts';

const OWN_KEY = /^x-[\w-]+$/;

/** Where a record stands; where its values do is read again when somebody asks, for in a sound ledger hardly anybody does. */
class OrdinaryPlace implements Place {
  readonly start: number;
  readonly line: number;
  readonly index: number;
  private readonly source: Source;

  constructor(start: number, line: number, index: number, source: Source) {
    this.start = start;
    this.line = line;
    this.index = index;
    this.source = source;
  }

  get values(): Places {
    return new RecordReader(this.source.text).valuesAt(this.start, this.source.shape);
  }

  get faulty(): readonly never[] {
    return NONE;
  }
}

interface Source {
  readonly text: string;
  readonly shape: RecordShape;
}

/** Reads records and lists in lines of their own, and all that stands in them. */
export class RecordReader extends FlowReader {
  private readonly sources = new Map<RecordShape, Source>();

  /** Where the values of a record stand that was read before. */
  valuesAt(start: number, shape: RecordShape): Places {
    this.at = start;
    this.collects = true;
    this.values = {};
    const { values } = this;
    if (this.text.charCodeAt(start) === BRACE) this.flowRecord(shape, 0);
    else {
      this.column = start - (this.text.lastIndexOf('\n', start - 1) + 1);
      this.record(shape, this.column, 0);
    }
    return values;
  }

  protected placeAt(start: number, index: number, shape: RecordShape): Place {
    let source = this.sources.get(shape);
    if (!source) {
      source = { text: this.text, shape };
      this.sources.set(shape, source);
    }
    return new OrdinaryPlace(start, this.line, index, source);
  }

  /** Reads the keys at a column, from the first one on. */
  protected record(shape: RecordShape, column: number, index: number): DraftRecord {
    const keys = keysOf(shape);
    const { values } = this;
    this.values = null;
    const record: DraftRecord = { ...keys.blank };
    record.place = this.placeAt(this.at, index, shape);
    const own: string[] = [];
    let seen = 0;
    let present = 0;
    do {
      const keyAt = this.at;
      const { line } = this;
      const key = this.key();
      const known = keys.bits.get(key);
      if (!known) {
        if (!OWN_KEY.test(key) || own.includes(key)) throw ODD;
        own.push(key);
        this.passOwn(column, keyAt, line);
        continue;
      }
      if ((seen & known.bit) !== 0) throw ODD;
      seen |= known.bit;
      const value = this.value(known.shape, column, keyAt, known.key);
      if (values !== null) values[known.key] = this.valueAt;
      if (value === null) continue;
      present |= known.bit;
      record[known.key] = value;
    } while (this.column === column);
    if (this.column > column) throw ODD;
    this.judge(keys, present);
    return record;
  }

  /** Passes over the value of a key of the user's own, which stands on its line. */
  protected passOwn(column: number, _keyAt: number, _line: number): void {
    if (this.isLineEnd()) throw ODD;
    this.skipBlanks();
    this.scalar(column);
  }

  /** Reads what stands behind a key, and moves to the next content; null where there is nothing. */
  protected value(shape: CompiledShape, column: number, keyAt: number, _key: string): unknown {
    if (this.isLineEnd()) return this.nested(shape, column, keyAt);
    const { text } = this;
    this.skipBlanks();
    this.valueAt = this.at;
    const code = text.charCodeAt(this.at);
    if (code === BRACKET || code === BRACE) {
      const value = this.flow(shape, 0);
      this.endLine();
      return value;
    }
    if (shape.type !== 'scalar') {
      if (this.plain(column) !== null) throw ODD;
      return null;
    }
    const raw = code === LITERAL || code === FOLDED ? this.block(column, code === FOLDED) : this.scalar(column);
    return raw === null ? null : this.decoded(shape.name, raw);
  }

  /** What stands below a key. */
  private nested(shape: CompiledShape, column: number, keyAt: number): unknown {
    this.endLine();
    if (this.column < column || (this.column === column && !this.isDash())) {
      this.valueAt = keyAt;
      return null;
    }
    const at = this.at;
    if (shape.type === 'record' && this.column > column) {
      const record = this.record(shape, this.column, 0);
      this.valueAt = at;
      return record;
    }
    const item: CompiledShape | null =
      shape.type === 'list' ? shape.item : shape.type === 'scalar' && shape.name === 'names' ? TEXT : null;
    if (item === null || !this.isDash()) throw ODD;
    return this.list(item, this.column, at);
  }

  private list(shape: CompiledShape, column: number, at: number): unknown[] {
    const list: unknown[] = [];
    const offsets: number[] = this.collects ? [] : NOBODYS;
    for (let index = 0; this.column === column && this.isDash(); index++) {
      const item = this.item(shape, column, index);
      if (item === null) continue;
      list.push(item);
      if (this.collects && shape.type === 'scalar') offsets.push(this.valueAt as number);
    }
    if (this.column > column) throw ODD;
    this.valueAt = shape.type === 'scalar' ? offsets : at;
    return list;
  }

  /** Reads the item behind a dash. */
  protected item(shape: CompiledShape, column: number, index: number): unknown {
    const { text } = this;
    const dash = this.at;
    while (text.charCodeAt(++this.at) === SPACE);
    if (shape.type === 'scalar') {
      this.valueAt = this.at;
      const code = text.charCodeAt(this.at);
      if (code === LF || code === CR || code === HASH) throw ODD;
      const raw = this.scalar(column);
      return raw === null ? null : this.decoded(shape.name, raw);
    }
    if (shape.type !== 'record') throw ODD;
    const code = text.charCodeAt(this.at);
    if (code === TILDE || text.startsWith('null', this.at)) {
      if (this.plain(column) !== null) throw ODD;
      return null;
    }
    if (text.charCodeAt(this.at) === BRACE) {
      const record = this.flow(shape, index);
      this.endLine();
      return record;
    }
    return this.record(shape, column + this.at - dash, index);
  }
}
