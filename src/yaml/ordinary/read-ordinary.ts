import type { Place } from '../../model/place.ts';
import type { ListPlan, Plan, RecordPlan } from '../plan.ts';
import { BRACE, BRACKET, CR, FOLDED, HASH, LF, LITERAL, ODD, SPACE, TILDE } from './cursor.ts';
import { FlowReader, NOBODYS, type Places, TEXT } from './flow.ts';
import { keysOf, NONE, type Values } from './keys.ts';

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

/** Reads a piece along a plan with a whole YAML parser; null where the piece is not sound by itself. */
export type ReadPiece = (text: string, piece: Piece, plan: ListPlan | RecordPlan) => unknown;

/** Thrown where no piece can help; caught in this file, as is the other one. */
const HOPELESS = { isHopeless: true };
const NEEDS_PARSER = { needsParser: true };

/** What an ordinary text is free of: what YAML 1.2 does not count as printable, and a CR that no LF follows. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|\r(?!\n)/;
const OWN_KEY = /^x-[a-z-]+$/;

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
  plan: RecordPlan,
  readPiece: ReadPiece | null,
): { readonly value: unknown } | 'needsParser' | null {
  if (!text.isWellFormed() || UNPRINTABLE.test(text)) return null;
  try {
    return { value: new OrdinaryReader(text, readPiece).root(plan) };
  } catch (error) {
    if (error === NEEDS_PARSER) return 'needsParser';
    if (error === ODD || error === HOPELESS) return null;
    throw error;
  }
}

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
    return new OrdinaryReader(this.source.text, null).valuesAt(this.start, this.source.plan);
  }

  get faulty(): readonly never[] {
    return NONE;
  }
}

interface Source {
  readonly text: string;
  readonly plan: RecordPlan;
}

class OrdinaryReader extends FlowReader {
  private readonly readPiece: ReadPiece | null;
  private readonly sources = new Map<RecordPlan, Source>();

  constructor(text: string, readPiece: ReadPiece | null) {
    super(text);
    this.readPiece = readPiece;
  }

  root(plan: RecordPlan): Values {
    this.toContent();
    if (this.text.startsWith('---', this.at) && this.column === 0) {
      this.at += 3;
      this.endLine();
    }
    if (this.column !== 0) throw ODD;
    return this.record(plan, 0, 0, true);
  }

  /** Where the values of a record stand that was read before. */
  valuesAt(start: number, plan: RecordPlan): Places {
    this.at = start;
    this.collects = true;
    this.values = {};
    const { values } = this;
    if (this.text.charCodeAt(start) === BRACE) this.flowRecord(plan, 0);
    else {
      this.column = start - (this.text.lastIndexOf('\n', start - 1) + 1);
      this.record(plan, this.column, 0);
    }
    return values;
  }

  protected placeAt(start: number, index: number, plan: RecordPlan): Place {
    let source = this.sources.get(plan);
    if (!source) {
      source = { text: this.text, plan };
      this.sources.set(plan, source);
    }
    return new OrdinaryPlace(start, this.line, index, source);
  }

  /** Reads the keys at a column, from the first one on. */
  private record(plan: RecordPlan, column: number, index: number, isTop = false): Values {
    const keys = keysOf(plan);
    const values: Places | null = isTop ? {} : this.values;
    this.values = null;
    const record: Values = { ...keys.blank };
    record.place = isTop
      ? { start: this.at, line: this.line, index, values, faulty: NONE }
      : this.placeAt(this.at, index, plan);
    const own: string[] = [];
    let seen = 0;
    let present = 0;
    do {
      const keyAt = this.at;
      const key = this.key();
      const known = keys.bits.get(key);
      if (!known) {
        this.passOwn(key, own, column);
        continue;
      }
      if ((seen & known.bit) !== 0) throw ODD;
      seen |= known.bit;
      const value = isTop ? this.topValue(known.key, known.plan, keyAt) : this.value(known.plan, column, keyAt);
      if (values !== null) values[known.key] = this.valueAt;
      if (value === null) continue;
      present |= known.bit;
      record[known.key] = value;
    } while (this.column === column);
    if (this.column > column) throw ODD;
    this.judge(keys, present);
    return record;
  }

  /** Passes over a key of the user's own with a value on its line. */
  private passOwn(key: string, own: string[], column: number): void {
    if (!OWN_KEY.test(key) || own.includes(key) || this.isLineEnd()) throw ODD;
    own.push(key);
    this.skipBlanks();
    this.scalar(column);
  }

  /** What a top-level key holds; where that is odd, it goes to the parser whole, and of a list the odd item. */
  private topValue(key: string, plan: Plan, keyAt: number): unknown {
    const line = this.line;
    try {
      if (plan.type === 'list' && this.isLineEnd()) return this.topList(plan, keyAt);
      return this.value(plan, 0, keyAt);
    } catch (error) {
      if (error !== ODD) throw error;
      const part: RecordPlan = {
        type: 'record',
        title: key,
        keys: new Map([[key, { plan, required: false }]]),
        oneOf: [],
      };
      const read = this.parsed(keyAt, line, 0, 0, part) as Values;
      this.valueAt = (read.place as Place).values[key] as number | readonly number[];
      return read[key] ?? null;
    }
  }

  private topList(plan: ListPlan, keyAt: number): unknown {
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
        const item = this.item(plan.item, column, index);
        if (item !== null) list.push(item);
      } catch (error) {
        if (error !== ODD) throw error;
        for (const item of this.parsed(start, line, column, index, plan) as unknown[]) list.push(item);
      }
    }
    if (this.column > 0) throw ODD;
    this.valueAt = at;
    return list;
  }

  /** Hands a piece to the parser, from the start of a line to the next content that stands no further in. */
  private parsed(start: number, line: number, column: number, index: number, plan: ListPlan | RecordPlan): unknown {
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
      isFlush = plan.type === 'record' && this.column === column && this.isDash();
    } while (this.column > column || isFlush);
    const value = this.readPiece(text, { start, end: this.at - Math.max(0, this.column), line, index }, plan);
    if (value === null) throw HOPELESS;
    return value;
  }

  /** Reads what stands behind a key, and moves to the next content; null where there is nothing. */
  private value(plan: Plan, column: number, keyAt: number): unknown {
    if (this.isLineEnd()) return this.nested(plan, column, keyAt);
    const { text } = this;
    this.skipBlanks();
    this.valueAt = this.at;
    const code = text.charCodeAt(this.at);
    if (code === BRACKET || code === BRACE) {
      const value = this.flow(plan, 0);
      this.endLine();
      return value;
    }
    if (plan.type !== 'scalar') {
      if (this.plain(column) !== null) throw ODD;
      return null;
    }
    const raw = code === LITERAL || code === FOLDED ? this.block(column, code === FOLDED) : this.scalar(column);
    return raw === null ? null : this.decoded(plan.name, raw);
  }

  /** What stands below a key. */
  private nested(plan: Plan, column: number, keyAt: number): unknown {
    this.endLine();
    if (this.column < column || (this.column === column && !this.isDash())) {
      this.valueAt = keyAt;
      return null;
    }
    const at = this.at;
    if (plan.type === 'record' && this.column > column) {
      const record = this.record(plan, this.column, 0);
      this.valueAt = at;
      return record;
    }
    const item: Plan | null =
      plan.type === 'list' ? plan.item : plan.type === 'scalar' && plan.name === 'names' ? TEXT : null;
    if (item === null || !this.isDash()) throw ODD;
    return this.list(item, this.column, at);
  }

  private list(plan: Plan, column: number, at: number): unknown[] {
    const list: unknown[] = [];
    const offsets: number[] = this.collects ? [] : NOBODYS;
    for (let index = 0; this.column === column && this.isDash(); index++) {
      const item = this.item(plan, column, index);
      if (item === null) continue;
      list.push(item);
      if (this.collects && plan.type === 'scalar') offsets.push(this.valueAt as number);
    }
    if (this.column > column) throw ODD;
    this.valueAt = plan.type === 'scalar' ? offsets : at;
    return list;
  }

  /** Reads the item behind a dash. */
  private item(plan: Plan, column: number, index: number): unknown {
    const { text } = this;
    const dash = this.at;
    while (text.charCodeAt(++this.at) === SPACE);
    if (plan.type === 'scalar') {
      this.valueAt = this.at;
      const code = text.charCodeAt(this.at);
      if (code === LF || code === CR || code === HASH) throw ODD;
      const raw = this.scalar(column);
      return raw === null ? null : this.decoded(plan.name, raw);
    }
    if (plan.type !== 'record') throw ODD;
    const code = text.charCodeAt(this.at);
    if (code === TILDE || text.startsWith('null', this.at)) {
      if (this.plain(column) !== null) throw ODD;
      return null;
    }
    if (text.charCodeAt(this.at) === BRACE) {
      const record = this.flow(plan, index);
      this.endLine();
      return record;
    }
    return this.record(plan, column + this.at - dash, index);
  }
}
