import type { Change, Path } from '../change/change.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Place } from '../model/place.ts';
import { defined } from '../text/defined.ts';
import { type Splice, spliced } from './splice.ts';

/** Part of a ledger's text: whole items of its lists are left out, and nothing else. */
export interface Excerpt {
  readonly text: string;
  /** The changes, with the positions that their records have in the excerpt. */
  readonly changes: readonly Change[];
  /** What was left out, and where in the excerpt, in the order of the text. */
  readonly gaps: readonly Gap[];
  /** What the excerpt holds, by position in the whole lists. */
  readonly kept: Readonly<Record<ListName, readonly number[]>>;
}

interface Gap {
  readonly at: number;
  readonly text: string;
}

type ListName = 'claims' | 'events';

const isListName = (name: unknown): name is ListName => name === 'claims' || name === 'events';

/** How many records with the same list are kept on either side of one that is added to: new lists follow their habits. */
const NEIGHBOURS = 3;

/** Lists with fewer items than this are not worth leaving any out. */
const FEW = 12;

/**
 * Cuts out of a sound ledger's text what an edit touches, with what the new text is to look like. Cuts are made before
 * the dashes of one list only: a line that stands no further in than its dash ends an item (YAML 1.2, productions 63 and 183).
 * @param ledger as read from the text
 * @returns null where there is little to leave out, or a list is not written in such lines
 */
export function excerptFor(text: string, ledger: Ledger, changes: readonly Change[]): Excerpt | null {
  // A list that is not there yet is made as the whole file has it.
  if (changes.some(({ path: [name] }) => isListName(name) && ledger[name].length === 0)) return null;
  const kept = { claims: keptOf('claims', text, ledger, changes), events: keptOf('events', text, ledger, changes) };
  const left: Splice[] = [];
  const isCut = (list: ListName) => kept[list].length < ledger[list].length;
  for (const list of ['claims', 'events'] as const) {
    const spans = gapsBetween(kept[list], ledger[list], text);
    if (spans === null) return null;
    left.push(...spans);
  }
  if (left.length === 0) return null;
  left.sort((a, b) => a.start - b.start);
  const positions = {
    claims: new Map(kept.claims.map((whole, position) => [whole, position])),
    events: new Map(kept.events.map((whole, position) => [whole, position])),
  };
  const moved = <P extends Path>(path: P): P => {
    const [name, index, ...rest] = path;
    if (!isListName(name) || typeof index !== 'number' || !isCut(name)) return path;
    // What a path ends in is not touched.
    return [name, defined(positions[name].get(index)), ...rest] as unknown as P;
  };
  let taken = 0;
  const gaps = left.map(({ start, end }): Gap => {
    const at = start - taken;
    taken += end - start;
    return { at, text: text.slice(start, end) };
  });
  return {
    text: spliced(text, left),
    changes: changes.map((change): Change => ({ ...change, path: moved(change.path) }) as Change),
    gaps,
    kept,
  };
}

/**
 * Where the gaps are after an edit of the excerpt: what is put in where something was left out belongs to what stands
 * before it.
 * @returns null where the edit reaches over a gap, and so may be about what was left out
 */
export function gapsAfter(gaps: readonly Gap[], splices: readonly Splice[]): readonly Gap[] | null {
  const isOver = ({ at }: Gap) => splices.some(({ start, end }) => start < end && start <= at && at <= end);
  if (gaps.some(isOver)) return null;
  return gaps.map(({ at, text }) => {
    const before = splices.filter(({ start }) => start <= at);
    return { at: before.reduce((sum, { start, end, text: piece }) => sum + piece.length - (end - start), at), text };
  });
}

/** An excerpt's text with all that was left out of it. */
export const inWhole = (text: string, gaps: readonly Gap[]): string =>
  spliced(
    text,
    gaps.map(({ at, text: piece }) => ({ start: at, end: at, text: piece })),
  );

/** The positions of a list's items that an edit needs: what it touches, and what shows the habits of the file. */
function keptOf(list: ListName, text: string, ledger: Ledger, changes: readonly Change[]): number[] {
  const records = ledger[list];
  if (records.length < FEW) return records.map((_, at) => at);
  const last = records.length - 1;
  const kept = new Set([0, last - 1, last]);
  const keepLike = (key: string, from: number, step: number) => {
    let found = 0;
    for (let at = from; at >= 0 && at <= last && found < NEIGHBOURS; at += step) {
      const record = defined(records[at]);
      const like: unknown = Reflect.get(record, key);
      // Records in braces are no model for lines of their own.
      if (!Array.isArray(like) || like.length === 0 || text[record.place.start] === '{') continue;
      kept.add(at);
      found++;
    }
  };
  for (const change of changes) {
    if (change.path[0] !== list) continue;
    const { at, models } = needsOf(change);
    if (at === null) for (const key of models) keepLike(key, last, -1);
    else {
      for (const near of [at - 1, at, at + 1]) kept.add(near);
      for (const key of models) for (const step of [-1, 1]) keepLike(key, at + step, step);
    }
  }
  return [...kept].filter((at) => at >= 0 && at <= last).sort((a, b) => a - b);
}

/** The record that a change touches, null for a new one, and the keys of lists that show how the new text is to look. */
function needsOf(change: Change): { readonly at: number | null; readonly models: readonly string[] } {
  const [, index, key] = change.path;
  if (change.kind === 'append') {
    const { item } = change;
    if (typeof index === 'number') return { at: index, models: typeof key === 'string' ? [key] : [] };
    const lists = typeof item === 'string' ? [] : Object.keys(item).filter((inner) => Array.isArray(item[inner]));
    return { at: null, models: lists };
  }
  return { at: typeof index === 'number' ? index : null, models: [] };
}

/** The lines of the items that are not kept; null where items do not start on lines of their own, after a dash. */
function gapsBetween(
  kept: readonly number[],
  records: readonly { readonly place: Place }[],
  text: string,
): Splice[] | null {
  if (kept.length === records.length) return [];
  const starts = new Map<number, number>();
  for (const at of kept.flatMap((one) => [one, one + 1])) {
    const place = records[at]?.place;
    if (place === undefined) continue;
    if (place.index !== at) return null;
    const start = text.lastIndexOf('\n', place.start - 1) + 1;
    if (!/^ *- +$/.test(text.slice(start, place.start))) return null;
    starts.set(at, start);
  }
  const gaps: Splice[] = [];
  kept.forEach((at, position) => {
    const next = kept[position + 1];
    if (next === undefined || next === at + 1) return;
    gaps.push({ start: defined(starts.get(at + 1)), end: defined(starts.get(next)), text: '' });
  });
  return gaps;
}
