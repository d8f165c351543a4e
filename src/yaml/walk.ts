import packageJson from '../../package.json' with { type: 'json' };
import type { Fault } from '../model/fault.ts';
import type { Place } from '../model/place.ts';
import type { ScalarName } from '../model/shape.ts';
import { didYouMean } from '../text/nearest.ts';
import { type CompiledShape, type DraftRecord, type ListShape, NONE, type RecordShape } from './compiled-shape.ts';
import { describe, keyFault } from './describe-node.ts';
import { decoders } from './scalar-decoders.ts';
import { ALIAS, END, LIST, MAP, NULL, type Rescan, SCALAR, type Scanner } from './scanner.ts';
import { aOrAn, titleOf } from './shape-titles.ts';

/** What a walk of a text by a shape yields; `value` is as far as it could be read. */
export interface Walked {
  readonly value: unknown;
  /** In the order in which they were met. */
  readonly faults: readonly Fault[];
  /** Whether the one fault makes all others pointless, such as a format from the future. */
  readonly alone: boolean;
}

/**
 * Reads a text by the shape of a record in one pass: each value is decoded and judged where it stands.
 * Absent lists come out empty, other absent values null, and each record with its place.
 * @param scanner at the outermost node; null where the text could not be taken apart
 */
export function walk(scanner: Scanner | null, shape: RecordShape): Walked {
  if (scanner === null) return { value: shape.blank, faults: [], alone: false };
  const walker = new Walker(scanner);
  const value = walker.root(shape);
  return { value, faults: walker.alone ? [walker.alone] : walker.faults, alone: walker.alone !== null };
}

/** Of each key that is there: where its value stands, or its items. */
type ValuePlaces = Record<string, number | readonly number[]>;

/** Where a record stands; its values are looked for again when somebody asks, for in a sound ledger hardly anybody does. */
class RescannedPlace implements Place {
  readonly start: number;
  readonly line: number;
  readonly index: number;
  readonly faulty: readonly string[];
  private readonly shape: RecordShape;
  private readonly rescan: Rescan;

  constructor({ start, line, index, faulty }: Omit<Place, 'values'>, shape: RecordShape, rescan: Rescan) {
    this.start = start;
    this.line = line;
    this.index = index;
    this.faulty = faulty;
    this.shape = shape;
    this.rescan = rescan;
  }

  get values(): ValuePlaces {
    return new Walker(this.rescan(this.start)).valuesOf(this.shape);
  }
}

const NAMES: ListShape = { type: 'list', item: { type: 'scalar', name: 'text' } };

class Walker {
  readonly faults: Fault[] = [];
  alone: Fault | null = null;
  private readonly scanner: Scanner;
  /** How many more nodes aliases may stand for. */
  private budget: number;
  private expanding = 0;
  /** The faults that were met while an alias stood for something: each is told once. */
  private readonly seen = new Set<string>();
  /** How many faults were met, those that an alias met again included. */
  private met = 0;
  /** Where the values of the next record are to be noted; null where that is left to its place. */
  private wanted: ValuePlaces | null = null;
  /** Where the items of the next list are to be noted; null where nobody asks. */
  private offsets: number[] | null = null;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
    this.budget = scanner.budget;
  }

  root(shape: RecordShape): DraftRecord {
    const { scanner } = this;
    if (scanner.node.kind === MAP) return this.record(shape, scanner.node.start, 0);
    this.fault(scanner.node.start, `expected the keys of a ${shape.title}, found ${describe(scanner)}`);
    return shape.blank;
  }

  /** Where the values of the record at the cursor stand. */
  valuesOf(shape: RecordShape): ValuePlaces {
    const values: ValuePlaces = {};
    this.wanted = values;
    this.record(shape, this.scanner.node.start, 0);
    return values;
  }

  private fault(offset: number, message: string, rule: Fault['rule'] = 'schema'): void {
    this.met++;
    const key = this.expanding > 0 ? `${offset} ${message}` : '';
    if (key && this.seen.has(key)) return;
    if (key) this.seen.add(key);
    this.faults.push({ rule, offset: Math.max(0, offset), message });
  }

  /** Reads the node at the cursor and moves the cursor after it. `null`: absent; `undefined`: at fault. */
  private value(shape: CompiledShape, fallback: number, index: number): unknown {
    const { scanner } = this;
    const kind = scanner.node.kind;
    if (kind === SCALAR && shape.type === 'scalar') return this.scalar(shape.name);
    if (kind === ALIAS) return this.alias(shape, fallback, index);
    if (kind === NULL) {
      scanner.next();
      return null;
    }
    const offset = scanner.node.start;
    if (kind === MAP && shape.type === 'record') return this.record(shape, offset, index);
    if (kind === LIST && shape.type === 'list') return this.list(shape);
    if (kind === LIST && shape.type === 'scalar' && shape.name === 'names') return this.list(NAMES);
    if (shape.type !== 'any') {
      const hint = kind === SCALAR && shape.type === 'list' ? `; write it as a list, [${scanner.node.value}]` : '';
      const message = `expected ${titleOf(shape)}, found ${describe(scanner)}${hint}`;
      this.fault(offset < 0 ? fallback : offset, message);
    }
    this.skip();
    return undefined;
  }

  private alias(shape: CompiledShape, fallback: number, index: number): unknown {
    const { scanner } = this;
    const offset = scanner.node.start;
    const back = scanner.enter();
    if (back === null) return undefined;
    this.expanding++;
    const value = this.value(shape, fallback, index);
    this.expanding--;
    this.budget -= scanner.leave(back);
    if (this.budget < 0) this.fault(offset, 'the aliases unfold into too much: write the values out', 'syntax');
    return value;
  }

  private record(shape: RecordShape, start: number, index: number): DraftRecord {
    const { scanner } = this;
    const { rescan } = scanner;
    const line = scanner.node.line;
    const values = this.wanted ?? (rescan === null ? {} : null);
    this.wanted = null;
    const record: DraftRecord = { ...shape.blank };
    let faulty: readonly string[] = NONE;
    /** Keys that are known, as bits, and others. */
    let seen = 0;
    let present = 0;
    let others: Set<string> | null = null;
    scanner.next();
    for (let kind = scanner.node.kind; kind !== END; kind = scanner.node.kind) {
      const keyOffset = scanner.node.start;
      const known = kind === SCALAR ? shape.keys.get(scanner.node.value) : undefined;
      if (known === undefined || (seen & known.bit) !== 0) {
        others ??= new Set();
        if (known !== undefined) others.add(known.key);
        const key = this.key(others, start);
        if (key !== null && !key.startsWith('x-')) this.unknownKey(key, keyOffset, shape);
        this.skip();
        continue;
      }
      seen |= known.bit;
      scanner.next();
      if (this.budget < 0) {
        present |= known.bit;
        this.skip();
        continue;
      }
      const valueOffset = scanner.node.start;
      const offsets: number[] | null =
        values !== null && known.hasPlacesOfItems && scanner.node.kind === LIST ? [] : null;
      this.offsets = offsets;
      const metBefore = this.met;
      const value = this.value(known.shape, keyOffset, 0);
      if (values !== null) values[known.key] = offsets ?? (valueOffset < 0 ? keyOffset : valueOffset);
      if (this.met > metBefore) faulty = [...faulty, known.key];
      if (value === null) continue;
      present |= known.bit;
      if (value !== undefined) record[known.key] = value;
    }
    scanner.next();
    const place = { start, line, index, faulty };
    record.place =
      rescan === null || values !== null
        ? { ...place, values: values ?? {} }
        : new RescannedPlace(place, shape, rescan);
    this.judge(shape, present, start);
    return record;
  }

  /** @param present the keys that are there and not null, as bits */
  private judge({ title, keys, required, oneOf, oneOfBits }: RecordShape, present: number, start: number): void {
    if ((present & required) !== required) {
      for (const [key, { bit }] of keys) {
        if ((required & ~present & bit) !== 0) this.fault(start, `${aOrAn(title)} needs the key "${key}"`);
      }
    }
    if (oneOfBits !== 0 && (present & oneOfBits) === 0) {
      this.fault(start, `${aOrAn(title)} needs one of the keys ${oneOf.map((key) => `"${key}"`).join(', ')}`);
    }
  }

  private unknownKey(key: string, offset: number, shape: RecordShape): void {
    const known = [...shape.keys.keys()];
    const hint =
      didYouMean(key, known) ||
      `; known are ${known.join(', ')}, and keys of your own that start with "x-"; a newer factledger may have written it (this is ${packageJson.version})`;
    this.fault(offset, `unknown key ${JSON.stringify(key)} in ${aOrAn(shape.title)}${hint}`);
  }

  /** Reads a key and moves after it; null where it cannot be used. */
  private key(seen: Set<string>, fallback: number): string | null {
    const { scanner } = this;
    const offset = scanner.node.start;
    const fault = keyFault(scanner);
    const key = scanner.node.value;
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

  private list(shape: ListShape): unknown[] {
    const { scanner } = this;
    const list: unknown[] = [];
    let { offsets } = this;
    this.offsets = null;
    scanner.next();
    for (let index = 0, kind = scanner.node.kind; kind !== END; kind = scanner.node.kind, index++) {
      const offset = scanner.node.start;
      // Behind a collection where a scalar is due, nobody asks for places.
      if (kind === LIST || kind === MAP) offsets = null;
      else if (offsets !== null && kind !== NULL) offsets.push(offset);
      const value = this.value(shape.item, offset, index);
      if (value !== undefined && value !== null) list.push(value);
    }
    scanner.next();
    return list;
  }

  private scalar(name: ScalarName): unknown {
    const { scanner } = this;
    if (name === 'names') {
      const only = this.scalar('text');
      return only === undefined ? undefined : [only];
    }
    const decoded = decoders[name](scanner.node.value, scanner.node.isPlain);
    if ('value' in decoded) {
      scanner.next();
      return decoded.value;
    }
    this.fault(scanner.node.start, decoded.fault);
    if (decoded.alone) this.alone = this.faults.at(-1) ?? null;
    scanner.next();
    return undefined;
  }

  /** Moves after the node at the cursor; keys within it are judged all the same. */
  private skip(): void {
    const { scanner } = this;
    const kind = scanner.node.kind;
    const start = scanner.node.start;
    scanner.next();
    if (kind === LIST) {
      while (scanner.node.kind !== END) this.skip();
      scanner.next();
    } else if (kind === MAP) {
      const seen = new Set<string>();
      while (scanner.node.kind !== END) {
        this.key(seen, start);
        this.skip();
      }
      scanner.next();
    }
  }
}
