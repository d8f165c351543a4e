import type { ArticleView, ClaimView, EventView, Ledger, LedgerView } from '../model/ledger.ts';
import { ledgerPlan } from '../yaml/ledger-plan.ts';
import type { Plan, RecordPlan } from '../yaml/plan.ts';

/**
 * Ledgers as short JSON: a record is its line and its values in the order of the shape, without their keys.
 * It says nothing but what `decode` reads, and is written and read by the same build of the program only.
 */
interface Layout {
  readonly blank: Readonly<Record<string, unknown>>;
  readonly keys: readonly { readonly key: string; readonly inner: Layout | null; readonly isList: boolean }[];
}

/** How many records one text holds: so many are made at once when a large ledger is looked up. */
const BLOCK = 500;

function layoutOf(plan: RecordPlan): Layout {
  const keys = [...plan.keys].map(([key, { plan: inner }]) => ({ key, ...within(inner) }));
  const blank = { ...Object.fromEntries(keys.map(({ key, isList }) => [key, isList ? [] : null])), place: null };
  return { blank, keys };
}

function within(plan: Plan): { inner: Layout | null; isList: boolean } {
  if (plan.type === 'record') return { inner: layoutOf(plan), isList: false };
  if (plan.type === 'list') return { inner: within(plan.item).inner, isList: true };
  return { inner: null, isList: false };
}

const layoutAt = (key: string) => within(ledgerPlan.keys.get(key)?.plan as Plan).inner as Layout;
const layouts = { article: layoutAt('article'), claims: layoutAt('claims'), events: layoutAt('events') };

/** A ledger in texts: its article, then its claims and its events in blocks. */
export interface Encoded {
  readonly article: string;
  readonly claims: readonly string[];
  readonly events: readonly string[];
}

export function encode(ledger: Ledger): Encoded {
  return {
    article: JSON.stringify(encodeRecord(layouts.article, ledger.article)),
    claims: blocksOf(ledger.claims).map((block) =>
      JSON.stringify(block.map((one) => encodeRecord(layouts.claims, one))),
    ),
    events: blocksOf(ledger.events).map((block) =>
      JSON.stringify(block.map((one) => encodeRecord(layouts.events, one))),
    ),
  };
}

export const decodeArticle = (text: string) =>
  decodeRecord(layouts.article, JSON.parse(text)) as unknown as ArticleView;
export const decodeClaims = (text: string) => decodeBlock(layouts.claims, text) as unknown as ClaimView[];
export const decodeEvents = (text: string) => decodeBlock(layouts.events, text) as unknown as EventView[];

type Values = Record<string, unknown>;

function blocksOf<T>(records: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(records.length / BLOCK) }, (_, at) =>
    records.slice(at * BLOCK, (at + 1) * BLOCK),
  );
}

function encodeRecord({ keys }: Layout, record: object): unknown[] {
  const { place } = record as LedgerView;
  const encoded: unknown[] = [place.line];
  for (const { key, inner, isList } of keys) {
    const value = (record as Values)[key];
    if (inner === null || value === null) encoded.push(value);
    else
      encoded.push(
        isList ? (value as object[]).map((one) => encodeRecord(inner, one)) : encodeRecord(inner, value as object),
      );
  }
  return encoded;
}

function decodeBlock(layout: Layout, text: string): Values[] {
  const block: unknown[][] = JSON.parse(text);
  return block.map((values) => decodeRecord(layout, values));
}

function decodeRecord({ blank, keys }: Layout, values: readonly unknown[]): Values {
  const record: Values = { ...blank };
  record.place = { line: values[0] };
  for (let at = 0; at < keys.length; at++) {
    const value = values[at + 1];
    if (value === null) continue;
    const { key, inner, isList } = keys[at] as Layout['keys'][number];
    if (inner === null) record[key] = value;
    else
      record[key] = isList
        ? (value as unknown[][]).map((one) => decodeRecord(inner, one))
        : decodeRecord(inner, value as unknown[]);
  }
  return record;
}
