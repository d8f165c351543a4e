import { defined } from '../text/defined.ts';
import { lastAtOrBefore } from '../text/last-at-or-before.ts';
import type { Sentence, Span } from './article.ts';

/** Where the sentences of a run stand: one place for each digest, null where it is lost. */
export interface PlacedRun {
  readonly places: readonly (Span | null)[];
  /** Whether none could be placed, and several places fit as well. */
  readonly isAmbiguous: boolean;
}

/** A stretch of a run that stands in the article as it is: the digests from `from` on, each with its sentences. */
interface Stretch {
  readonly from: number;
  readonly spans: Span[];
}

/** Of a run with more places in all than `LARGE`, digests with more than `MOST_PLACES` are placed by neighbours alone. */
const LARGE = 100_000;
const MOST_PLACES = 10;

/** How many sentences may have come in place of one that is lost. */
const REACH = 3;

/**
 * Places a run of neighbouring sentences one by one: the longest stretches that stand in the article as they are come
 * first, and the rest must stand in order around them. So an edited sentence loses itself alone, and as long as one of
 * the others is there, no like sentence elsewhere takes its place.
 * @param digests in order
 * @param placesOf where the sentences with a digest stand, in the order of the article
 * @param isHinted whether a run that starts at a sentence, by its index, would start where the anchor says
 */
export function placeRun(
  digests: readonly string[],
  sentences: readonly Sentence[],
  placesOf: (digest: string) => readonly Span[],
  isHinted: (start: number) => boolean,
): PlacedRun {
  const candidates = digests.map(placesOf);
  const run = new Run(digests.length);
  const isContested = new Array<boolean>(digests.length).fill(false);
  for (const rivals of rivalStretches(candidates, sentences, isHinted)) {
    const fitting = rivals.filter((one) => run.takes(one));
    const hinted = fitting.filter((one) => isHinted(startOf(one)));
    const [only, ...more] = hinted.length > 0 ? hinted : fitting;
    if (only === undefined) continue;
    const { from, spans } = only;
    // What the neighbours may decide later is not decided by a part of it that happens to stand elsewhere.
    if (more.length > 0) isContested.fill(true, from, from + spans.length);
    else if (!isContested.slice(from, from + spans.length).includes(true)) run.put(only);
  }
  if (run.isEmpty) return { places: run.places, isAmbiguous: candidates.some(({ length }) => length > 0) };
  for (const [at, spans] of candidates.entries()) run.fill(at, spans, 'after');
  for (const [at, spans] of [...candidates.entries()].reverse()) run.fill(at, spans, 'before');
  return { places: run.places, isAmbiguous: false };
}

const startOf = ({ from, spans }: Stretch) => defined(spans[0]).first - from;

/** All stretches, those of the same digests together: the longest first, then those where the anchor says. */
function rivalStretches(
  candidates: readonly (readonly Span[])[],
  sentences: readonly Sentence[],
  isHinted: (start: number) => boolean,
): Stretch[][] {
  const before = bodyBefore(sentences);
  const most = candidates.reduce((sum, { length }) => sum + length, 0) > LARGE ? MOST_PLACES : LARGE;
  const rivals = new Map<string, Stretch[]>();
  let open = new Map<number, Stretch>();
  const stretches: Stretch[] = [];
  for (const [from, spans] of candidates.entries()) {
    const next = new Map<number, Stretch>();
    for (const span of spans.length > most ? [] : spans) {
      // Headings between two paragraphs need not be in the run.
      let stretch = open.get(span.first - 1) ?? open.get(before[span.first] ?? -1);
      if (stretch && stretch.from + stretch.spans.length === from) stretch.spans.push(span);
      else {
        stretch = { from, spans: [span] };
        stretches.push(stretch);
      }
      next.set(span.last, stretch);
    }
    open = next;
  }
  for (const one of stretches) {
    const key = `${one.from} ${one.spans.length}`;
    const known = rivals.get(key);
    if (known) known.push(one);
    else rivals.set(key, [one]);
  }
  const sizeOf = ([one]: Stretch[]) => one?.spans.length ?? 0;
  const hints = new Map([...rivals.values()].map((list) => [list, list.some((one) => isHinted(startOf(one)))]));
  return [...hints.keys()].sort((a, b) => sizeOf(b) - sizeOf(a) || Number(hints.get(b)) - Number(hints.get(a)));
}

/** Of each sentence, the index of the last one before it that is in no heading. */
function bodyBefore(sentences: readonly Sentence[]): number[] {
  let last = -1;
  return sentences.map(({ paragraph }, index) => {
    const before = last;
    if (paragraph !== null) last = index;
    return before;
  });
}

/** A run while its sentences are placed, always in order. */
class Run {
  readonly places: (Span | null)[];
  /** The digests that are placed, ascending. */
  private readonly placed: number[] = [];

  constructor(length: number) {
    this.places = new Array<Span | null>(length).fill(null);
  }

  get isEmpty(): boolean {
    return this.placed.length === 0;
  }

  /** Whether a stretch of digests that are not placed yet stands in order with those that are, and is no stray sentence. */
  takes({ from, spans }: Stretch): boolean {
    if (this.placed[lastAtOrBefore(this.placed, from + spans.length - 1)] !== this.before(from)) return false;
    return this.isBetween(from, spans.length, defined(spans[0]).first, defined(spans.at(-1)).last);
  }

  put({ from, spans }: Stretch): void {
    this.placed.splice(lastAtOrBefore(this.placed, from) + 1, 0, ...spans.map((_, index) => from + index));
    for (const [index, span] of spans.entries()) this.places[from + index] = span;
  }

  /** Places a digest next to its neighbour on one side, at the nearest place if that is free. */
  fill(at: number, spans: readonly Span[], side: 'after' | 'before'): void {
    const neighbour = side === 'after' ? this.before(at) : this.after(at);
    const place = neighbour === undefined ? null : this.places[neighbour];
    if (!place || this.places[at]) return;
    const nearest =
      side === 'after' ? spans[countUpTo(spans, place.last)] : spans[countUpTo(spans, place.first - 1) - 1];
    if (nearest && this.isBetween(at, 1, nearest.first, nearest.last)) this.put({ from: at, spans: [nearest] });
  }

  /** The last digest before one that is placed. */
  private before(at: number): number | undefined {
    return this.placed[lastAtOrBefore(this.placed, at - 1)];
  }

  private after(at: number): number | undefined {
    return this.placed[lastAtOrBefore(this.placed, at) + 1];
  }

  private isBetween(from: number, count: number, first: number, last: number): boolean {
    const [before, after] = [this.before(from), this.after(from + count - 1)];
    const lower = before === undefined ? null : this.places[before];
    const upper = after === undefined ? null : this.places[after];
    if ((lower && first <= lower.last) || (upper && last >= upper.first)) return false;
    if (count > 1 || (!lower && !upper)) return true;
    const isNearLower = lower && before !== undefined && first - lower.last <= (from - before) * REACH;
    const isNearUpper = upper && after !== undefined && upper.first - last <= (after - from) * REACH;
    return Boolean(isNearLower || isNearUpper || (lower && upper));
  }
}

/** How many places, which are in order, start at a sentence or before. */
function countUpTo(spans: readonly Span[], limit: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (defined(spans[middle]).first <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
