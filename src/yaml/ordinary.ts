import type { Place } from '../model/place.ts';
import type { ListPlan, Plan, RecordPlan } from './plan.ts';
import { decoders } from './scalars.ts';

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

/** Thrown, without the cost of an error, where a piece of the text is not ordinary; all three are caught in this file. */
const ODD = { isOdd: true };
/** Thrown where no piece can help. */
const HOPELESS = { isHopeless: true };
const NEEDS_PARSER = { needsParser: true };

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const BRACKET = 91;
const BACKSLASH = 92;
const CLOSING_BRACKET = 93;
const LITERAL = 124;
const FOLDED = 62;
const BRACE = 123;
const CLOSING_BRACE = 125;

/** What an ordinary text is free of: what YAML 1.2 does not count as printable, and a CR that no LF follows. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|\r(?!\n)/;
/** What a plain scalar may not start with here; YAML 1.2 allows a few of them at times. */
const INDICATORS = new Set(Array.from('-?:,[]{}#&*!|>\'"%@`', (character) => character.charCodeAt(0)));
/** The beginning of a plain scalar within brackets, as far as it needs no closer look. */
const FLOW_WORDS = /[\w.-]*/y;
const OWN_KEY = /^x-[a-z-]+$/;
const LONGEST_KEY = 64;
/** Blanks by their number; where lines stand further in than this, they are counted. */
const MARGINS = Array.from({ length: 33 }, (_, column) => ' '.repeat(column));
const NULLS: readonly string[] = ['~', 'null', 'Null', 'NULL'];
const NONE: readonly never[] = [];
/** The offsets that nobody has asked for. */
const NOBODYS: number[] = [];

type Values = Record<string, unknown>;
type Places = Record<string, number | readonly number[]>;

/**
 * Reads a sound ledger that is written in the ordinary way: block collections, values on one line, block texts, and
 * brackets and braces that open and close on one line. That is many times faster than a whole parser, and accepts
 * nothing that one would read otherwise. What is odd in one item goes to the parser by itself: in YAML 1.2, a line
 * that stands no further in than the dash of an item is no part of it (productions 187 and 63).
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

interface Keys {
  readonly blank: Values;
  readonly bits: ReadonlyMap<string, { readonly key: string; readonly plan: Plan; readonly bit: number }>;
  readonly required: number;
  readonly oneOf: number;
}

const compiled = new WeakMap<RecordPlan, Keys>();

/** A record's plan with its keys as bits, and a record in which nothing is there yet. */
function keysOf(plan: RecordPlan): Keys {
  const known = compiled.get(plan);
  if (known) return known;
  const entries = [...plan.keys];
  const bitsOf = (isMeant: (key: string, required: boolean) => boolean) =>
    entries.reduce((bits, [key, { required }], index) => (isMeant(key, required) ? bits | (1 << index) : bits), 0);
  const keys: Keys = {
    blank: {
      ...Object.fromEntries(entries.map(([key, inner]) => [key, inner.plan.type === 'list' ? NONE : null])),
      place: null,
    },
    bits: new Map(entries.map(([key, inner], index) => [key, { key, plan: inner.plan, bit: 1 << index }])),
    required: bitsOf((_, required) => required),
    oneOf: bitsOf((key) => plan.oneOf.includes(key)),
  };
  compiled.set(plan, keys);
  return keys;
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

class OrdinaryReader {
  private readonly text: string;
  private readonly readPiece: ReadPiece | null;
  /** Where values stand, of the outermost record that is read; null where nobody has asked. */
  private values: Places | null = null;
  private collects = false;
  private readonly sources = new Map<RecordPlan, Source>();
  /** Where reading stands; between values, at the first character of a line's content. */
  private at = 0;
  private line = 1;
  /** The column of that content, from 0; -1 at the end of the text. */
  private column = -1;
  /** Of the value that was read last: what `Place` says of it. */
  private valueAt: number | readonly number[] = 0;
  private isPlain = false;
  private readonly comments: Occurrences;
  private readonly colons: Occurrences;
  private readonly tabs: Occurrences;

  constructor(text: string, readPiece: ReadPiece | null) {
    this.text = text;
    this.readPiece = readPiece;
    this.comments = new Occurrences(text, ' #');
    this.colons = new Occurrences(text, ': ');
    this.tabs = new Occurrences(text, '\t');
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

  private placeAt(start: number, index: number, plan: RecordPlan): Place {
    let source = this.sources.get(plan);
    if (!source) {
      source = { text: this.text, plan };
      this.sources.set(plan, source);
    }
    return new OrdinaryPlace(start, this.line, index, source);
  }

  /** Moves to the next content from the start of a line, over blank lines and comments. */
  private toContent(): void {
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
  private endLine(): void {
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

  private judge({ required, oneOf }: Keys, present: number): void {
    if ((present & required) !== required || (oneOf !== 0 && (present & oneOf) === 0)) throw ODD;
  }

  /** Reads what should be a known key, and its colon with the blank behind it. */
  private key(): string {
    const { text } = this;
    const colon = text.indexOf(':', this.at);
    if (colon === -1 || colon - this.at > LONGEST_KEY) throw ODD;
    const next = text.charCodeAt(colon + 1);
    if (next !== SPACE && next !== LF && next !== CR && colon + 1 < text.length) throw ODD;
    const key = text.slice(this.at, colon);
    this.at = colon + 1;
    return key;
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
        list.push(this.item(plan.item, column, index));
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

  /** Whether a dash stands here that starts an item. */
  private isDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && this.text.charCodeAt(this.at + 1) === SPACE;
  }

  /** Whether nothing but a comment follows on the line. */
  private isLineEnd(): boolean {
    const { text } = this;
    let at = this.at;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    return code === LF || code === CR || (code === HASH && at > this.at) || at >= text.length;
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
    if (text.charCodeAt(this.at) === BRACE) {
      const record = this.flow(plan, index);
      this.endLine();
      return record;
    }
    return this.record(plan, column + this.at - dash, index);
  }

  private decoded(name: ScalarPlanName, raw: string): unknown {
    if (name === 'names') return [this.decoded('text', raw)];
    const decoded = decoders[name](raw, this.isPlain);
    if (!('value' in decoded)) throw ODD;
    return decoded.value;
  }

  /** Reads a scalar in quotes or plain, and moves to the next content; null where it is YAML's null. */
  private scalar(column: number): string | null {
    const code = this.text.charCodeAt(this.at);
    if (code !== DOUBLE_QUOTE && code !== QUOTE) return this.plain(column);
    const raw = this.quoted(code);
    this.endLine();
    // A value further in would belong to a scalar in several lines, which quotes have ended.
    if (this.column > column) throw ODD;
    return raw;
  }

  /** Reads a scalar in quotes that ends on its line. */
  private quoted(quote: number): string {
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
  private plain(column: number): string | null {
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

  /** Reads a plain scalar as far as it stands on one line, and moves to the line's end or to the comment behind it. */
  private plainLine(): string {
    const { text } = this;
    const start = this.at;
    let lineEnd = text.indexOf('\n', start);
    if (lineEnd === -1) lineEnd = text.length;
    else if (text.charCodeAt(lineEnd - 1) === CR) lineEnd--;
    const comment = this.comments.from(start);
    let end = Math.min(lineEnd, comment);
    this.at = end;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    const colon = this.colons.from(start);
    if (colon < end || text.charCodeAt(end - 1) === COLON || this.tabs.from(start) < lineEnd) throw ODD;
    return text.slice(start, end);
  }

  /** Reads a block text, literal or folded, whose further indentation means nothing. */
  private block(column: number, isFolded: boolean): string {
    const { text } = this;
    this.isPlain = false;
    const keepsBreak = text.charCodeAt(++this.at) !== DASH;
    if (!keepsBreak) this.at++;
    this.skipBlanks();
    if (text.charCodeAt(this.at) === CR) this.at++;
    if (text.charCodeAt(this.at) !== LF) throw ODD;
    let at = this.at + 1;
    this.line++;
    this.valueAt = at;
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

  /** Reads a collection in brackets or braces that ends on its line. */
  private flow(plan: Plan, index: number): unknown {
    const isList = this.text.charCodeAt(this.at) === BRACKET;
    if (isList && plan.type === 'list') return this.flowList(plan.item);
    if (isList && plan.type === 'scalar' && plan.name === 'names') return this.flowList(TEXT);
    if (!isList && plan.type === 'record') return this.flowRecord(plan, index);
    throw ODD;
  }

  private flowList(item: Plan): unknown[] {
    const { text } = this;
    const start = this.at;
    const list: unknown[] = [];
    const offsets: number[] = this.collects ? [] : NOBODYS;
    this.at++;
    for (let index = 0; ; index++) {
      this.skipBlanks();
      if (text.charCodeAt(this.at) === CLOSING_BRACKET) break;
      const at = this.at;
      const value = this.flowValue(item, index);
      if (value !== null) {
        list.push(value);
        if (this.collects) offsets.push(at);
      }
      if (!this.passComma(CLOSING_BRACKET)) break;
    }
    this.at++;
    this.valueAt = item.type === 'scalar' ? offsets : start;
    return list;
  }

  private flowRecord(plan: RecordPlan, index: number): Values {
    const { text } = this;
    const keys = keysOf(plan);
    const { values } = this;
    this.values = null;
    const start = this.at;
    const record: Values = { ...keys.blank };
    record.place = this.placeAt(start, index, plan);
    let seen = 0;
    let present = 0;
    this.at++;
    for (;;) {
      this.skipBlanks();
      if (text.charCodeAt(this.at) === CLOSING_BRACE) break;
      const known = keys.bits.get(this.key());
      if (!known || (seen & known.bit) !== 0) throw ODD;
      seen |= known.bit;
      this.skipBlanks();
      this.valueAt = this.at;
      const value = this.flowValue(known.plan, 0);
      if (values !== null) values[known.key] = this.valueAt;
      if (value !== null) {
        present |= known.bit;
        record[known.key] = value;
      }
      if (!this.passComma(CLOSING_BRACE)) break;
    }
    this.at++;
    this.judge(keys, present);
    this.valueAt = start;
    return record;
  }

  private skipBlanks(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  /** Passes a comma, or stands before the closing bracket. @returns whether another entry may follow */
  private passComma(closing: number): boolean {
    this.skipBlanks();
    const code = this.text.charCodeAt(this.at);
    if (code === closing) return false;
    if (code !== COMMA) throw ODD;
    this.at++;
    return true;
  }

  private flowValue(plan: Plan, index: number): unknown {
    const code = this.text.charCodeAt(this.at);
    if (code === BRACKET || code === BRACE) return this.flow(plan, index);
    if (plan.type !== 'scalar') throw ODD;
    const raw = code === DOUBLE_QUOTE || code === QUOTE ? this.quoted(code) : this.flowPlain();
    return raw === null ? null : this.decoded(plan.name, raw);
  }

  /** Reads a plain scalar within brackets or braces. */
  private flowPlain(): string | null {
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

/** Where a mark occurs in a text, found in one pass however often it is asked for, from ever later places. */
class Occurrences {
  private readonly text: string;
  private readonly mark: string;
  private asked = 0;
  private next = -1;

  constructor(text: string, mark: string) {
    this.text = text;
    this.mark = mark;
  }

  /** The first occurrence at or behind an offset; the text's length where there is none. */
  from(offset: number): number {
    if (offset > this.next || offset < this.asked) {
      const found = this.text.indexOf(this.mark, offset);
      this.next = found === -1 ? this.text.length : found;
    }
    this.asked = offset;
    return this.next;
  }
}

type ScalarPlanName = Extract<Plan, { type: 'scalar' }>['name'];

const TEXT: Plan = { type: 'scalar', name: 'text' };

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
