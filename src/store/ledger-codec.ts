import type { ArticleView, ClaimView, EventView, Ledger, LedgerView } from '../model/ledger.ts';
import { compiledLedgerShape } from '../yaml/compiled-ledger-shape.ts';
import type { CompiledShape, RecordShape } from '../yaml/compiled-shape.ts';

/**
 * Ledgers as short JSON: a record is its line, which keys are there as bits, and their values in the order of the shape.
 * It says nothing but what `decode` reads, and is written and read by the same build of the program only.
 */
interface Layout {
  readonly blank: Readonly<Record<string, unknown>>;
  readonly keys: readonly { readonly key: string; readonly inner: Layout | null; readonly isList: boolean }[];
}

/** How many records one text holds: so many are made at once when a large ledger is looked up. */
const BLOCK = 500;

function layoutOf(plan: RecordShape): Layout {
  const keys = [...plan.keys].map(([key, { shape: inner }]) => ({ key, ...within(inner) }));
  const blank = { ...Object.fromEntries(keys.map(({ key, isList }) => [key, isList ? [] : null])), place: null };
  return { blank, keys };
}

function within(plan: CompiledShape): { inner: Layout | null; isList: boolean } {
  if (plan.type === 'record') return { inner: layoutOf(plan), isList: false };
  if (plan.type === 'list') return { inner: within(plan.item).inner, isList: true };
  return { inner: null, isList: false };
}

const layoutAt = (key: string) => within(compiledLedgerShape.keys.get(key)?.shape as CompiledShape).inner as Layout;
const layouts = { article: layoutAt('article'), claims: layoutAt('claims'), events: layoutAt('events') };

/** A ledger in texts: its article, then its claims and its events in blocks, made as they are asked for. */
interface Encoded {
  readonly article: string;
  readonly claims: Iterable<string>;
  readonly events: Iterable<string>;
}

export function encode({ article, claims, events }: Ledger): Encoded {
  return {
    article: JSON.stringify(encodeRecord(layouts.article, article)),
    claims: encodeBlocks(layouts.claims, claims),
    events: encodeBlocks(layouts.events, events),
  };
}

export const decodeArticle = (text: string) =>
  decodeRecord(layouts.article, JSON.parse(text)) as unknown as ArticleView;
export const decodeClaims = (text: string) => decodeBlock(layouts.claims, text) as unknown as ClaimView[];
export const decodeEvents = (text: string) => decodeBlock(layouts.events, text) as unknown as EventView[];

type Values = Record<string, unknown>;

function* encodeBlocks(layout: Layout, records: readonly object[]): Iterable<string> {
  for (let at = 0; at < records.length; at += BLOCK) {
    yield JSON.stringify(records.slice(at, at + BLOCK).map((record) => encodeRecord(layout, record)));
  }
}

function encodeRecord({ keys }: Layout, record: object): unknown[] {
  const { place } = record as LedgerView;
  const encoded: unknown[] = [place.line, 0];
  let there = 0;
  for (let at = 0; at < keys.length; at++) {
    const { key, inner, isList } = keys[at] as Layout['keys'][number];
    const value = (record as Values)[key];
    if (value === null || (isList && (value as unknown[]).length === 0)) continue;
    there |= 1 << at;
    if (inner === null) encoded.push(value);
    else if (isList) encoded.push((value as object[]).map((one) => encodeRecord(inner, one)));
    else encoded.push(encodeRecord(inner, value as object));
  }
  encoded[1] = there;
  return encoded;
}

function decodeBlock(layout: Layout, text: string): Values[] {
  const block: unknown[][] = JSON.parse(text);
  return block.map((values) => decodeRecord(layout, values));
}

function decodeRecord({ blank, keys }: Layout, values: readonly unknown[]): Values {
  const record: Values = { ...blank };
  record.place = { line: values[0] };
  const there = values[1] as number;
  let next = 2;
  for (let at = 0; at < keys.length; at++) {
    if ((there & (1 << at)) === 0) continue;
    const value = values[next++];
    const { key, inner, isList } = keys[at] as Layout['keys'][number];
    if (inner === null) record[key] = value;
    else if (isList) record[key] = (value as unknown[][]).map((one) => decodeRecord(inner, one));
    else record[key] = decodeRecord(inner, value as unknown[]);
  }
  return record;
}
