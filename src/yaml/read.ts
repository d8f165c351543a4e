import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Fault } from '../model/fault.ts';
import type { LineColumn, Place } from '../model/place.ts';
import { lineIndex } from '../text/line-index.ts';
import { didYouMean } from '../text/nearest.ts';
import type { CompiledShape, ListShape, RecordShape } from './compiled-shape.ts';
import { type DraftRecord, emptyOf, emptyRecord, NOTHING } from './empty-record.ts';
import { decoders, scalarTitles } from './scalar-decoders.ts';
import { isNull, offsetOf, readKey, type Scan } from './scan.ts';

/** What a walk of a text by a shape yields; `value` is as far as it could be read. */
export interface Walked {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Whether the one fault makes all others pointless, such as a format from the future. */
  readonly alone: boolean;
}

/**
 * Reads a scanned text by a shape in one pass: each value is decoded and judged where it stands.
 * Absent lists come out empty, other absent values null, and each record with its place.
 */
export function walk(scanned: Scan, shape: RecordShape | ListShape, origin: Origin = START): Walked {
  if (scanned.events.length === 0) return { value: emptyOf(shape), faults: scanned.faults, alone: false };
  const walker = new Walker(scanned, origin);
  const value = walker.root(shape);
  const all = [...scanned.faults, ...walker.faults].sort((a, b) => a.offset - b.offset);
  return { value, faults: walker.alone ? [walker.alone] : all, alone: walker.alone !== null };
}

/** Where a text that is read stands in a larger one: what its places are counted from. */
export interface Origin {
  /** UTF-16 units. */
  readonly offset: number;
  /** Lines before it. */
  readonly lines: number;
  /** Items before it, where it is a list. */
  readonly items: number;
}

const START: Origin = { offset: 0, lines: 0, items: 0 };

class Walker {
  readonly faults: Fault[] = [];
  private readonly seen = new Set<string>();
  private readonly scanned: Scan;
  private readonly origin: Origin;
  private readonly placeOf: (offset: number) => LineColumn;
  private readonly text: string;
  private readonly events: readonly Event[];
  private at = 1;
  alone: Fault | null = null;
  /** How many more events aliases may stand for: keeps a few lines from unfolding into gigabytes. */
  private budget: number;
  private expanding = 0;
  /** How many faults were met, those that an alias met again included. */
  private met = 0;

  constructor(scanned: Scan, origin: Origin) {
    this.scanned = scanned;
    this.origin = origin;
    this.placeOf = lineIndex(scanned.text);
    this.text = scanned.text;
    this.events = scanned.events;
    this.budget = 10_000 + 10 * scanned.events.length;
  }

  root(shape: RecordShape | ListShape): unknown {
    const event = this.events[this.at];
    if (shape.type === 'record' && event?.type === EVENT_ID.MAPPING) return this.record(shape, event.start, 0);
    if (shape.type === 'list' && event?.type === EVENT_ID.SEQUENCE) return this.list(shape, this.origin.items);
    const found = event ? this.describe(event) : 'nothing';
    const expected = shape.type === 'record' ? `the keys of a ${shape.title}` : titleOf(shape);
    this.fault(event ? offsetOf(event) : 0, `expected ${expected}, found ${found}`);
    return emptyOf(shape);
  }

  private fault(offset: number, message: string, rule: Fault['rule'] = 'schema'): void {
    this.met++;
    const key = this.expanding > 0 ? `${offset} ${message}` : '';
    if (key && this.seen.has(key)) return;
    if (key) this.seen.add(key);
    this.faults.push({ rule, offset: Math.max(0, offset), message });
  }

  /** Reads the node at the cursor and moves the cursor behind it. `null`: absent; `undefined`: at fault. */
  private value(shape: CompiledShape, fallback: number, index: number): unknown {
    const event = this.events[this.at] as Event;
    if (event.type === EVENT_ID.ALIAS) return this.alias(shape, fallback, index);
    if (event.type === EVENT_ID.SCALAR && isNull(this.text, event)) {
      this.at++;
      return null;
    }
    if (shape.type === 'any') {
      this.skip();
      return undefined;
    }
    const offset = offsetOf(event);
    if (shape.type === 'record' && event.type === EVENT_ID.MAPPING) return this.record(shape, offset, index);
    if (shape.type === 'list' && event.type === EVENT_ID.SEQUENCE) return this.list(shape);
    if (shape.type === 'scalar') {
      if (shape.name === 'names') return this.names(event);
      if (event.type === EVENT_ID.SCALAR) return this.scalar(shape.name, event);
    }
    const hint =
      shape.type === 'list' && event.type === EVENT_ID.SCALAR
        ? `; write it as a list, [${getScalarValue(this.text, event)}]`
        : '';
    this.fault(offset < 0 ? fallback : offset, `expected ${titleOf(shape)}, found ${this.describe(event)}${hint}`);
    this.skip();
    return undefined;
  }

  private alias(shape: CompiledShape, fallback: number, index: number): unknown {
    const back = this.at + 1;
    const target = this.scanned.targets.get(this.at);
    if (target === undefined) {
      this.at = back;
      return undefined;
    }
    const offset = offsetOf(this.events[this.at] as Event);
    this.at = target;
    this.expanding++;
    const value = this.value(shape, fallback, index);
    this.expanding--;
    this.budget -= this.at - target;
    if (this.budget < 0) this.fault(offset, 'the aliases unfold into too much: write the values out', 'syntax');
    this.at = back;
    return value;
  }

  private record(shape: RecordShape, start: number, index: number): DraftRecord {
    const values: Record<string, number | readonly number[]> = {};
    const { offset, lines } = this.origin;
    const line = lines + this.placeOf(start).line;
    const record = emptyRecord(shape, { start: offset + start, line, index, values, faulty: NOTHING });
    let faulty = NOTHING;
    const seen = new Set<string>();
    const absent = new Set<string>();
    this.at++;
    while (this.events[this.at]?.type !== EVENT_ID.POP) {
      const keyEvent = this.events[this.at] as Event;
      const keyOffset = offsetOf(keyEvent);
      const key = this.key(keyEvent, seen, start);
      const known = key === null ? undefined : shape.keys.get(key);
      if (key === null || known === undefined) {
        if (key !== null && !key.startsWith('x-')) this.unknownKey(key, keyOffset, shape);
        this.skip();
        continue;
      }
      if (this.budget < 0) {
        this.skip();
        continue;
      }
      const valueOffset = offsetOf(this.events[this.at] as Event);
      const place = offset + (valueOffset < 0 ? keyOffset : valueOffset);
      const items = this.itemOffsets(known.shape);
      const metBefore = this.met;
      const value = this.value(known.shape, keyOffset, 0);
      values[key] = items ?? place;
      if (this.met > metBefore) faulty = [...faulty, key];
      if (value === null) absent.add(key);
      else if (value !== undefined) record[key] = value;
    }
    this.at++;
    if (faulty !== NOTHING) record.place = { ...(record.place as Place), faulty };
    const has = (key: string) => seen.has(key) && !absent.has(key);
    for (const [key, { required }] of shape.keys) {
      if (required && !has(key)) this.fault(start, `${article(shape.title)} needs the key "${key}"`);
    }
    if (shape.oneOf.length > 0 && !shape.oneOf.some(has)) {
      this.fault(
        start,
        `${article(shape.title)} needs one of the keys ${shape.oneOf.map((key) => `"${key}"`).join(', ')}`,
      );
    }
    return record;
  }

  private unknownKey(key: string, offset: number, shape: RecordShape): void {
    const known = [...shape.keys.keys()];
    const hint = didYouMean(key, known) || `; known are ${known.join(', ')}, and keys of your own that start with "x-"`;
    this.fault(offset, `unknown key ${JSON.stringify(key)} in ${article(shape.title)}${hint}`);
  }

  /** Reads a key and moves behind it; null where it cannot be used. */
  private key(event: Event, seen: Set<string>, fallback: number): string | null {
    const offset = offsetOf(event);
    const { key, fault } = readKey(this.text, event);
    this.skip();
    if (fault !== null) {
      this.fault(offset < 0 ? fallback : offset, fault, 'syntax');
      return null;
    }
    if (seen.has(key)) {
      this.fault(offset, `the key ${JSON.stringify(key)} is there twice`, 'syntax');
      return null;
    }
    seen.add(key);
    return key;
  }

  private list(shape: ListShape, items = 0): unknown[] {
    const list: unknown[] = [];
    this.at++;
    for (let index = items; this.events[this.at]?.type !== EVENT_ID.POP; index++) {
      const value = this.value(shape.item, offsetOf(this.events[this.at] as Event), index);
      if (value !== undefined && value !== null) list.push(value);
    }
    this.at++;
    return list;
  }

  private names(event: Event): unknown {
    if (event.type === EVENT_ID.SCALAR) {
      const name = this.scalar('text', event);
      return name === undefined ? undefined : [name];
    }
    if (event.type === EVENT_ID.SEQUENCE) return this.list({ type: 'list', item: { type: 'scalar', name: 'text' } });
    this.fault(offsetOf(event), `expected ${scalarTitles.names}, found ${this.describe(event)}`);
    this.skip();
    return undefined;
  }

  private scalar(name: keyof typeof decoders, event: ScalarEvent): unknown {
    this.at++;
    const decoded = decoders[name](getScalarValue(this.text, event), event.style === SCALAR_STYLE.PLAIN);
    if ('value' in decoded) return decoded.value;
    this.fault(offsetOf(event), decoded.fault);
    if (decoded.alone) this.alone = this.faults.at(-1) ?? null;
    return undefined;
  }

  /** The offset of each scalar in the list at the cursor, for places within it. */
  private itemOffsets(shape: CompiledShape): readonly number[] | undefined {
    const scalars =
      shape.type === 'list' ? shape.item.type === 'scalar' : shape.type === 'scalar' && shape.name === 'names';
    if (!scalars || this.events[this.at]?.type !== EVENT_ID.SEQUENCE) return undefined;
    const offsets: number[] = [];
    for (let at = this.at + 1; ; at++) {
      const event = this.events[at] as Event;
      if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) return offsets;
      if (event.type === EVENT_ID.ALIAS || !isNull(this.text, event))
        offsets.push(this.origin.offset + offsetOf(event));
    }
  }

  /** Moves behind the node at the cursor; keys within it are judged all the same. */
  private skip(): void {
    const event = this.events[this.at++];
    if (event?.type === EVENT_ID.SEQUENCE) {
      while (this.events[this.at]?.type !== EVENT_ID.POP) this.skip();
      this.at++;
    } else if (event?.type === EVENT_ID.MAPPING) {
      const seen = new Set<string>();
      while (this.events[this.at]?.type !== EVENT_ID.POP) {
        this.key(this.events[this.at] as Event, seen, event.start);
        this.skip();
      }
      this.at++;
    }
  }

  private describe(event: Event): string {
    if (event.type === EVENT_ID.MAPPING) return 'a mapping of keys to values';
    if (event.type === EVENT_ID.SEQUENCE) return 'a list';
    if (event.type !== EVENT_ID.SCALAR) return 'an alias';
    if (isNull(this.text, event)) return 'nothing';
    const value = getScalarValue(this.text, event);
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  }
}

const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

function titleOf(shape: CompiledShape): string {
  if (shape.type === 'record') return `${article(shape.title)} (${[...shape.keys.keys()].slice(0, 3).join(', ')}, …)`;
  if (shape.type === 'scalar') return scalarTitles[shape.name];
  if (shape.type === 'any') return 'anything';
  const item = shape.item.type === 'record' ? shape.item.title : titleOf(shape.item).replace(/^an? /, '');
  return `a list of ${item}s`;
}
