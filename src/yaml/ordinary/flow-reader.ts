import type { Place } from '../../model/place.ts';
import type { ScalarName } from '../../model/shape.ts';
import type { CompiledShape, RecordShape } from '../compiled-shape.ts';
import type { DraftRecord } from '../empty-record.ts';
import { decoders } from '../scalar-decoders.ts';
import {
  BRACE,
  BRACKET,
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COMMA,
  CR,
  DOUBLE_QUOTE,
  LF,
  ODD,
  QUOTE,
  SPACE,
} from './cursor.ts';
import { type Keys, keysOf } from './keys.ts';
import { ScalarReader } from './scalar-reader.ts';

const LONGEST_KEY = 64;
/** The offsets that nobody has asked for. */
export const NOBODYS: number[] = [];

export type Places = Record<string, number | readonly number[]>;

/** What a list of names holds. */
export const TEXT: CompiledShape = { type: 'scalar', name: 'text' };

/** Reads collections in brackets or braces that open and close on one line. */
export abstract class FlowReader extends ScalarReader {
  /** Where values stand, of the outermost record that is read; null where nobody has asked. */
  protected values: Places | null = null;
  protected collects = false;

  protected abstract placeAt(start: number, index: number, shape: RecordShape): Place;

  /** Reads a collection in brackets or braces that ends on its line. */
  protected flow(shape: CompiledShape, index: number): unknown {
    const isList = this.text.charCodeAt(this.at) === BRACKET;
    if (isList && shape.type === 'list') return this.flowList(shape.item);
    if (isList && shape.type === 'scalar' && shape.name === 'names') return this.flowList(TEXT);
    if (!isList && shape.type === 'record') return this.flowRecord(shape, index);
    throw ODD;
  }

  private flowList(item: CompiledShape): unknown[] {
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

  protected flowRecord(shape: RecordShape, index: number): DraftRecord {
    const { text } = this;
    const keys = keysOf(shape);
    const { values } = this;
    this.values = null;
    const start = this.at;
    const record: DraftRecord = { ...keys.blank };
    record.place = this.placeAt(start, index, shape);
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
      const value = this.flowValue(known.shape, 0);
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

  private flowValue(shape: CompiledShape, index: number): unknown {
    const code = this.text.charCodeAt(this.at);
    if (code === BRACKET || code === BRACE) return this.flow(shape, index);
    if (shape.type !== 'scalar') throw ODD;
    const raw = code === DOUBLE_QUOTE || code === QUOTE ? this.quoted(code) : this.flowPlain();
    return raw === null ? null : this.decoded(shape.name, raw);
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

  /** Reads what should be a known key, and its colon with the blank behind it. */
  protected key(): string {
    const { text } = this;
    const colon = text.indexOf(':', this.at);
    if (colon === -1 || colon - this.at > LONGEST_KEY) throw ODD;
    const next = text.charCodeAt(colon + 1);
    if (next !== SPACE && next !== LF && next !== CR && colon + 1 < text.length) throw ODD;
    const key = text.slice(this.at, colon);
    this.at = colon + 1;
    return key;
  }

  protected judge({ required, oneOf }: Keys, present: number): void {
    if ((present & required) !== required || (oneOf !== 0 && (present & oneOf) === 0)) throw ODD;
  }

  protected decoded(name: ScalarName, raw: string): unknown {
    if (name === 'names') return [this.decoded('text', raw)];
    const decoded = decoders[name](raw, this.isPlain);
    if (!('value' in decoded)) throw ODD;
    return decoded.value;
  }
}
