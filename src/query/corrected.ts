import type { ArticleView, EventView } from '../model/ledger.ts';
import { kindOf, saidOn, speakersOf } from '../model/status.ts';
import { wordingOf } from '../text/wording.ts';
import type { Correction } from './changes.ts';
import type { Held } from './held.ts';

/** A key with its value then and now. */
type Corrected = Pick<Correction, 'key' | 'from' | 'to'>;

/**
 * What a claim says otherwise than it did. Where it leaves something to its article, or the format, that is what it says.
 * Its note is for those who work on it and nobody else; anchors and former ids say nothing by themselves.
 */
export function correctedClaim(was: Held, is: Held): Corrected[] {
  const [then, now] = [was.claim, is.claim];
  const fields: [key: string, from: unknown, to: unknown][] = [
    ['id', then.id, now.id],
    ['text', then.text, now.text],
    ['speaker', ...resolved(then.speaker, now.speaker, speakersOf(then, was.article), speakersOf(now, is.article))],
    ['via', then.via, now.via],
    ['kind', kindOf(then), kindOf(now)],
    ['said', ...resolved(then.said, now.said, saidOn(then, was.article), saidOn(now, is.article))],
    ['due', then.due, now.due],
    ['tags', then.tags, now.tags],
    ['sources', then.sources, now.sources],
    ['added', then.added, now.added],
    // A new withdrawal is no correction.
    ...(then.withdrawn === null ? [] : [['withdrawn', then.withdrawn, now.withdrawn] as [string, unknown, unknown]]),
  ];
  return differing(fields);
}

export const correctedEvent = (was: EventView, is: EventView): Corrected[] =>
  differing((['id', 'date', 'title', 'sources'] as const).map((key) => [key, was[key], is[key]]));

export const correctedArticle = (was: ArticleView, is: ArticleView): Corrected[] =>
  differing(
    (['title', 'author', 'publisher', 'published', 'url', 'language'] as const).map((key) => [key, was[key], is[key]]),
  );

/** What both leave to their articles is corrected there, if at all. */
const resolved = <T, R>(then: T | null, now: T | null, was: R, is: R): [R | null, R | null] =>
  then === null && now === null ? [null, null] : [was, is];

function differing(fields: readonly (readonly [key: string, from: unknown, to: unknown])[]): Corrected[] {
  return fields.flatMap(([key, was, is]) => {
    const [from, to] = [placeless(was), placeless(is)];
    return keyOf(from) === keyOf(to) ? [] : [{ key, from, to }];
  });
}

/** A value without where it stands in its file. */
function placeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(placeless);
  if (typeof value !== 'object' || value === null) return value;
  const { place: _, ...rest } = value as { place?: unknown };
  return rest;
}

/** Alike for values that differ in layout at most. */
const keyOf = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) => (typeof part === 'string' ? wordingOf(part) : part));
