import type { ArticleView, ClaimView, EventView, Ledger } from '../model/ledger.ts';
import { compiledLedgerShape } from '../yaml/compiled-ledger-shape.ts';
import type { CompiledShape, RecordShape } from '../yaml/compiled-shape.ts';

/**
 * Ledgers as short JSON: a record is its line, which keys are there as bits, and their values in the order of the shape.
 * It says nothing but what `decode` reads, and is written and read by the same build of the program only.
 */
interface RecordCodec {
  /** A record of which nothing is there. */
  readonly blank: Fields;
  readonly keys: readonly KeyCodec[];
}

interface KeyCodec {
  readonly key: string;
  readonly bit: number;
  /** What its records are encoded by; null where it holds none. */
  readonly inner: RecordCodec | null;
  readonly isList: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** A record of a ledger, whichever it is. */
interface PlacedRecord extends Fields {
  readonly place: { readonly line: number };
}

/** How many records one text holds: that many are made at once when a large ledger is looked up. */
const BLOCK = 500;

function codecOf(record: RecordShape): RecordCodec {
  const keys = [...record.keys].map(([key, { shape: inner }], at) => ({ key, bit: 1 << at, ...within(inner) }));
  const blank = { ...Object.fromEntries(keys.map(({ key, isList }) => [key, isList ? [] : null])), place: null };
  return { blank, keys };
}

function within(shape: CompiledShape): Pick<KeyCodec, 'inner' | 'isList'> {
  if (shape.type === 'record') return { inner: codecOf(shape), isList: false };
  if (shape.type === 'list') return { inner: within(shape.item).inner, isList: true };
  return { inner: null, isList: false };
}

function codecAt(key: string): RecordCodec {
  const shape = compiledLedgerShape.keys.get(key)?.shape;
  const codec = shape && within(shape).inner;
  if (!codec) throw new Error(`a ledger has no records under ${key}`);
  return codec;
}

const codecs = { article: codecAt('article'), claims: codecAt('claims'), events: codecAt('events') };

/** A ledger in texts: its article, then its claims and its events in blocks, made as they are asked for. */
interface Encoded {
  readonly article: string;
  readonly claims: Iterable<string>;
  readonly events: Iterable<string>;
}

export function encode({ article, claims, events }: Ledger): Encoded {
  return {
    article: JSON.stringify(encodeRecord(codecs.article, article)),
    claims: encodeBlocks(codecs.claims, claims),
    events: encodeBlocks(codecs.events, events),
  };
}

export const decodeArticle = (text: string): ArticleView => decodeRecord(codecs.article, JSON.parse(text));
export const decodeClaims = (text: string): ClaimView[] => decodeBlock(codecs.claims, text);
export const decodeEvents = (text: string): EventView[] => decodeBlock(codecs.events, text);

function* encodeBlocks(codec: RecordCodec, records: readonly PlacedRecord[]): Iterable<string> {
  for (let at = 0; at < records.length; at += BLOCK) {
    yield JSON.stringify(records.slice(at, at + BLOCK).map((record) => encodeRecord(codec, record)));
  }
}

function encodeRecord({ keys }: RecordCodec, record: PlacedRecord): unknown[] {
  const values: unknown[] = [record.place.line, 0];
  let there = 0;
  for (const { key, bit, inner } of keys) {
    const value = record[key];
    if (value === null || (Array.isArray(value) && value.length === 0)) continue;
    there |= bit;
    if (inner === null) values.push(value);
    else if (Array.isArray(value)) values.push(value.map((one) => encodeRecord(inner, one)));
    else if (isRecord(value)) values.push(encodeRecord(inner, value));
  }
  values[1] = there;
  return values;
}

const isRecord = (value: unknown): value is PlacedRecord =>
  typeof value === 'object' && value !== null && 'place' in value;

function decodeBlock<T>(codec: RecordCodec, text: string): T[] {
  return decodeAll(codec, JSON.parse(text));
}

function decodeAll<T>(codec: RecordCodec, all: readonly unknown[][]): T[] {
  return all.map((values) => decodeRecord<T>(codec, values));
}

/** @typeParam T what the codec encodes, to look at */
function decodeRecord<T>({ blank, keys }: RecordCodec, values: readonly unknown[]): T {
  const record: Record<string, unknown> = { ...blank };
  record.place = { line: values[0] };
  const there = Number(values[1]);
  let next = 2;
  for (const { key, bit, inner, isList } of keys) {
    if ((there & bit) === 0) continue;
    const value = values[next++];
    if (inner === null || !Array.isArray(value)) record[key] = value;
    else record[key] = isList ? decodeAll(inner, value) : decodeRecord(inner, value);
  }
  // That this is all of a T follows from the codec alone, which is made from the shape at run time.
  return record as T;
}
