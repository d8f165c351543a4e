import type { Splice } from '../yaml/splice.ts';

/** How much is compared at once where two texts begin or end alike, in UTF-16 units. */
const CHUNK = 2 ** 16;
/** How many lines must be alike before two texts count as together again. */
const TOGETHER = 3;
/** How many lines further on that is looked for, in both texts together. */
const FARTHEST = 400;

/**
 * The splices that turn `after` back into `before`, with the lines that differ and no more where changes stand far apart.
 * Offsets are UTF-16 units of `after`.
 */
export function splicesBack(before: string, after: string): Splice[] {
  if (before === after) return [];
  const start = alikeFromStart(before, after);
  const tail = alikeFromEnd(before, after, Math.min(before.length, after.length) - start);
  const old = linesOf(before.slice(start, before.length - tail));
  const now = linesOf(after.slice(start, after.length - tail));
  const splices: Splice[] = [];
  let at = start;
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && old[i] === now[j]) {
      at += now[j]?.length ?? 0;
      i++;
      j++;
      continue;
    }
    const [removed, added] = apart(old, now, i, j);
    const end = now.slice(j, j + added).reduce((sum, line) => sum + line.length, at);
    splices.push({ start: at, end, text: old.slice(i, i + removed).join('') });
    at = end;
    i += removed;
    j += added;
  }
  return splices;
}

/** How many lines of each stand where the two differ, until they are together again or at their ends. */
function apart(old: readonly string[], now: readonly string[], i: number, j: number): [number, number] {
  for (let both = 1; both <= FARTHEST; both++) {
    for (let removed = 0; removed <= both; removed++) {
      if (areTogether(old, now, i + removed, j + both - removed)) return [removed, both - removed];
    }
  }
  return [old.length - i, now.length - j];
}

function areTogether(old: readonly string[], now: readonly string[], i: number, j: number): boolean {
  if (i + TOGETHER > old.length || j + TOGETHER > now.length) return i === old.length && j === now.length;
  for (let n = 0; n < TOGETHER; n++) if (old[i + n] !== now[j + n]) return false;
  return true;
}

/** The lines of a text, each with its line feed. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function alikeFromStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.slice(at, at + CHUNK) === b.slice(at, at + CHUNK)) at += CHUNK;
  at = Math.min(at, most);
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** @param most how much of their ends may be counted */
function alikeFromEnd(a: string, b: string, most: number): number {
  const piece = (text: string, at: number) => text.slice(text.length - at - CHUNK, text.length - at);
  let at = 0;
  while (at + CHUNK <= most && piece(a, at) === piece(b, at)) at += CHUNK;
  while (at < most && a.charCodeAt(a.length - at - 1) === b.charCodeAt(b.length - at - 1)) at++;
  return at;
}
